namespace Junheng.Models.Applications;

/// <summary>What one blank of the form asks for. A row says part of it and its column the rest.</summary>
public sealed record AskedFigure
{
    /// <summary>Which figure of ours: one of <see cref="Known"/>; empty where nothing can be set against the blank.</summary>
    public string Figure { get; init; } = "";

    public string Indicator { get; init; } = "";

    public string Part { get; init; } = "";

    public string Stage { get; init; } = "";

    public string Field { get; init; } = "";

    /// <summary>The field a share is a share of.</summary>
    public string Of { get; init; } = "";

    public string Respondents { get; init; } = "";

    public IReadOnlyList<string> Types { get; init; } = [];

    public int? PupilsAtLeast { get; init; }

    /// <summary>Decimals the form asks for; null where neither row nor column says, which is none.</summary>
    public int? Places { get; init; }

    /// <summary>The unit it is declared in where it is not ours: <c>万元</c>; or one only shown: <c>%</c>.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Words of ours and how people declare them; empty for numbers and verdicts.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Why we have nothing to set against it.</summary>
    public Bilingual? NotComputed { get; init; }

    /// <summary>What the figures need to be told, by name.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Known = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        ["register.schools"] = ["types"],
        ["register.sum"] = ["field", "stage"],
        ["school.founder"] = [],
        ["school_stage.pupils"] = [],
        ["school_stage.classes"] = [],
        ["school_indicator.value"] = ["indicator"],
        ["school_verdict.verdict"] = [],
        ["schools_met.count"] = ["indicator", "stage"],
        ["schools_met.share"] = ["indicator", "stage"],
        ["schools_over.count"] = ["indicator", "types"],
        ["classes_over.count"] = ["indicator", "stage"],
        ["county_coefficient.mean"] = ["indicator", "stage"],
        ["county_coefficient.cv"] = ["indicator", "stage"],
        ["county_coefficient.composite"] = ["stage"],
        ["county_indicator.value"] = ["indicator"],
        ["county_indicator.numerator"] = ["indicator"],
        ["county_indicator.denominator"] = ["indicator"],
        ["county_indicator.verdict"] = ["indicator"],
        ["county_fact.amount"] = ["field"],
        ["county_fact.share"] = ["field", "of"],
        ["survey.valid"] = ["respondents"],
        ["survey.satisfied"] = ["respondents"],
        ["survey.share"] = ["respondents"],
    };

    public int Decimals => Places ?? 0;

    public bool IsVerdict => Figure.EndsWith(".verdict", StringComparison.Ordinal);

    public bool IsWord => IsVerdict || Words.Count > 0;

    /// <summary>This, and what the row says where this says nothing.</summary>
    public AskedFigure Under(AskedFigure row) => this with
    {
        // A blank for which we have nothing takes no figure from its row.
        Figure = Figure.Length > 0 || NotComputed is not null ? Figure : row.Figure,
        Indicator = Or(Indicator, row.Indicator),
        Part = Or(Part, row.Part),
        Stage = Or(Stage, row.Stage),
        Field = Or(Field, row.Field),
        Of = Or(Of, row.Of),
        Respondents = Or(Respondents, row.Respondents),
        Types = Types.Count > 0 ? Types : row.Types,
        PupilsAtLeast = PupilsAtLeast ?? row.PupilsAtLeast,
        Places = Places ?? row.Places,
        Unit = Or(Unit, row.Unit),
        NotComputed = NotComputed ?? row.NotComputed,
    };

    /// <summary>What it lacks to be looked up, by name; empty when nothing.</summary>
    public IEnumerable<string> Lacking() => Figure.Length == 0 ? [] : Known[Figure].Where(need => !Says(need));

    bool Says(string need) => need switch
    {
        "types" => Types.Count > 0,
        "field" => Field.Length > 0,
        "of" => Of.Length > 0,
        "stage" => Stage.Length > 0,
        "respondents" => Respondents.Length > 0,
        _ => Indicator.Length > 0,
    };

    static string Or(string own, string other) => own.Length > 0 ? own : other;
}
