namespace Junheng.Pipelines.Tests.Publishing.Explaining;

/// <summary>The demo city, built once for all that is explained of it.</summary>
public sealed class ExplainedDemoCity : IDisposable
{
    internal ExplainedCity City { get; } = ExplainedCity.Demo();

    public void Dispose() => City.Dispose();
}

[CollectionDefinition(nameof(ExplainedDemoCity))]
public sealed class ExplainedDemoCitySnapshot : ICollectionFixture<ExplainedDemoCity>;
