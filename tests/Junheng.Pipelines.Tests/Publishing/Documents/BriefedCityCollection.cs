namespace Junheng.Pipelines.Tests.Publishing.Documents;

/// <summary>One demo city for all that look at its documents.</summary>
[CollectionDefinition(Name)]
public sealed class BriefedCityCollection : ICollectionFixture<BriefedCity>
{
    public const string Name = "briefed city";
}
