using Junheng.Pipelines.Ingest.Sources;
using Junheng.Pipelines.Tests.Synthesis;

namespace Junheng.Pipelines.Tests.Judging;

/// <summary>The sample on real report cards, judged once for every test on it, and not before one asks: the data may be absent. It goes when the tests end.</summary>
public sealed class NorthCarolina
{
    public const string Schools = "data/north-carolina/nc_schools_2014_2019.csv.gz";
    public const string Oracle = "data/north-carolina/oracle_nc.csv.gz";

    internal static readonly Lazy<Judged> Shared = new(() =>
    {
        var made = Judge(threads: 2);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => made.Dispose();
        return made;
    });

    internal static Judged Judge(int threads) => Filing.Judge(RepositoryRoot.File("data-samples/north-carolina"), threads, "school_influence", "county_inequality", "county_status", "projection_test", "county_indicator");

    readonly Lazy<Judged> judged = Shared;

    internal Judged Judged => judged.Value;

    /// <summary>A shared file, as SQL reads it.</summary>
    internal static string Csv(string path) => $"read_csv('{Path.Combine(SharedData.Find()!, path)}', header = true, all_varchar = true)";
}

[CollectionDefinition(nameof(NorthCarolina))]
public sealed class NorthCarolinaSnapshot : ICollectionFixture<NorthCarolina>;
