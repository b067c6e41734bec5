using Junheng.Pipelines.Ingest.Sources;
using Junheng.Pipelines.Tests.Synthesis;

namespace Junheng.Pipelines.Tests.Judging;

/// <summary>The sample on real report cards, judged once for every test on it, and not before one asks: the data may be absent.</summary>
public sealed class NorthCarolina : IDisposable
{
    public const string Schools = "data/north-carolina/nc_schools_2014_2019.csv.gz";
    public const string Oracle = "data/north-carolina/oracle_nc.csv.gz";

    readonly Lazy<Judged> judged = new(() => Judge(threads: 2));

    internal static Judged Judge(int threads) => Filing.Judge(RepositoryRoot.File("data-samples/north-carolina"), threads);

    internal Judged Judged => judged.Value;

    /// <summary>A shared file, as SQL reads it.</summary>
    internal static string Csv(string path) => $"read_csv('{Path.Combine(SharedData.Find()!, path)}', header = true, all_varchar = true)";

    public void Dispose()
    {
        if (judged.IsValueCreated) judged.Value.Dispose();
    }
}

[CollectionDefinition(nameof(NorthCarolina))]
public sealed class NorthCarolinaSnapshot : ICollectionFixture<NorthCarolina>;
