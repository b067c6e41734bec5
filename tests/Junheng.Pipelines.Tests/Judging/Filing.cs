using Junheng.Models.Findings;
using Junheng.Pipelines.Warehouse.Building;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Pipelines.Tests.Judging;

/// <summary>A source folder of schools, written as people file it and judged by the whole pipeline.</summary>
sealed class Filing(IEnumerable<FiledSchool> schools)
{
    static readonly string[] Asked = ["county_coefficient", "school_verdict"];

    internal static readonly ModelLibrary Library = ModelLibrary.Read(ShippedContent.Sql);

    readonly List<FiledSchool> schools = [.. schools];

    public Filing(params FiledSchool[] schools)
        : this(schools.AsEnumerable())
    {
    }

    /// <summary>Judged by one indicator, the one that the printed examples compute.</summary>
    public static Filing OfBooks(IEnumerable<FiledSchool> schools) => new(schools) { RulePack = "packs/books.yaml", Brings = [("books", "facility")] };

    /// <summary>A pack that ships, or one of <c>Judging/packs</c>, which is then copied into the source's folder.</summary>
    public string RulePack { get; init; } = "national-2017";

    /// <summary>Fields the catalog lacks: name and dataset.</summary>
    public IReadOnlyList<(string Name, string Dataset)> Brings { get; init; } = [];

    public bool AcceptPartial { get; init; }

    /// <summary>Judged without a look at whether the numbers fit each other.</summary>
    public bool Unchecked { get; init; }

    public IReadOnlyDictionary<string, string> Set { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Rows put at the end of a table as they are, for what no sound filing holds.</summary>
    public IReadOnlyList<(string Table, string Line)> Also { get; init; } = [];

    /// <summary>Rows of the lineage of schools: year, school, event, predecessor.</summary>
    public IReadOnlyList<string> Lineage { get; init; } = [];

    /// <summary>Rows of the steps towards recognition: year, county, step, day, result.</summary>
    public IReadOnlyList<string> Procedure { get; init; } = [];

    /// <summary>Pupils by grade: year, school, stage, grade, pupils.</summary>
    public IReadOnlyList<string> Grades { get; init; } = [];

    /// <summary>Measures of schools' plans: year, school, stage, indicator, measure, kind, amount, due, closed, closed on, committed.</summary>
    public IReadOnlyList<string> Measures { get; init; } = [];

    /// <summary>The text of a price list; empty for none.</summary>
    public string Prices { get; init; } = "";

    /// <summary>The text of a plan; empty for none.</summary>
    public string Plan { get; init; } = "";

    /// <summary>Judges as far as the coefficients, the verdicts of schools and the tables named: what nobody asks for is not made.</summary>
    public Judged Judge(params IEnumerable<string> tables) => Judge(Library.For([.. Asked, .. tables]));

    /// <summary>Makes every table there is.</summary>
    public Judged JudgeAll() => Judge(Library);

    Judged Judge(ModelLibrary library)
    {
        var root = Directory.CreateTempSubdirectory("junheng-judging-").FullName;
        new FilingFolder(Path.Combine(root, "source"), schools, RulePack, Brings, Also, Prices, Plan) { Lineage = Lineage, Procedure = Procedure, Grades = Grades, Measures = Measures }.Write();
        return Judge(Path.Combine(root, "source"), root, Set, AcceptPartial, 1, library, Unchecked);
    }

    /// <summary>Judges a source folder that is there already, in a fresh warehouse.</summary>
    public static Judged Judge(string source, int threads, params IEnumerable<string> tables)
    {
        var root = Directory.CreateTempSubdirectory("junheng-judging-").FullName;
        var library = tables.Any() ? Library.For([.. Asked, .. tables]) : Library;
        return Judge(source, root, new Dictionary<string, string>(StringComparer.Ordinal), acceptPartial: false, threads, library);
    }

    static Judged Judge(string source, string root, IReadOnlyDictionary<string, string> set, bool acceptPartial, int threads, ModelLibrary library, bool withoutChecks = false)
    {
        var findings = new FindingList();
        var definition = Definition.Read(source, set, null, findings)
            ?? throw new InvalidOperationException(string.Join('\n', findings.Select(finding => $"{finding.Code} {finding.Place} {finding.Value}")));
        if (withoutChecks) definition = definition with { Checks = [] };
        var warehouse = new WarehouseFolder(Path.Combine(root, "warehouse"));
        warehouse.Create();
        var outcome = new SnapshotBuilder(warehouse, definition, library, new BuildOptions(acceptPartial, threads, "2GB"), _ => { }).Build(() => "{}", default);
        return new Judged(root, outcome, threads);
    }
}
