using Junheng.Pipelines.Tests.Synthesis;

namespace Junheng.Pipelines.Tests.Judging;

/// <summary>The demo city, to be read by the tests on its verdicts.</summary>
public sealed class DemoCityBuilt : IDisposable
{
    readonly Lazy<Judged> judged = new(() => new Judged(Directory.CreateTempSubdirectory("junheng-judging-").FullName, DemoCity.Built, threads: 2));

    internal static Judged Judge(int threads) => Filing.Judge(RepositoryRoot.File("data-samples/demo-city"), threads);

    internal Judged Judged => judged.Value;

    public void Dispose()
    {
        if (judged.IsValueCreated) judged.Value.Dispose();
    }
}

[CollectionDefinition(nameof(DemoCityBuilt))]
public sealed class DemoCitySnapshot : ICollectionFixture<DemoCityBuilt>;
