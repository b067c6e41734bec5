using Junheng.Pipelines.Tests.Synthesis;

namespace Junheng.Pipelines.Tests.Judging;

/// <summary>The demo city, judged once.</summary>
public sealed class DemoCityBuilt : IDisposable
{
    readonly Lazy<Judged> judged = new(() => Judge(threads: 2));

    internal static Judged Judge(int threads) => Filing.Judge(RepositoryRoot.File("data-samples/demo-city"), threads);

    internal Judged Judged => judged.Value;

    public void Dispose()
    {
        if (judged.IsValueCreated) judged.Value.Dispose();
    }
}

[CollectionDefinition(nameof(DemoCityBuilt))]
public sealed class DemoCitySnapshot : ICollectionFixture<DemoCityBuilt>;
