namespace Junheng.Cli.Tests;

/// <summary>Classes that read the invented city share one.</summary>
[CollectionDefinition(Name)]
public sealed class DemoCityCollection : ICollectionFixture<BuiltDemoCity>
{
    public const string Name = "demo city";
}
