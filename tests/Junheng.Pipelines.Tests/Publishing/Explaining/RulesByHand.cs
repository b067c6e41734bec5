using System.Globalization;
using Junheng.Models.Numbers;
using Junheng.Pipelines.Publishing.Explaining;
using Junheng.Pipelines.Publishing.Explaining.Sources;

namespace Junheng.Pipelines.Tests.Publishing.Explaining;

/// <summary>
/// Computes what the indicators 08–32 rest on from the texts of the cells that an explanation names: rooms counted, pupils added, money held against quotas, the words of the
/// highest assessor. It knows the rules from the method, not from the models.
/// </summary>
/// <param name="typeOf">The kind of a school, for caps that differ by kind.</param>
sealed class RulesByHand(Explanation explanation, OriginalFiles files, string? need, Func<string, string> typeOf)
{
    static readonly Dictionary<string, int> Grades = new(StringComparer.Ordinal) { ["差"] = 1, ["中"] = 2, ["良"] = 3, ["优"] = 4 };

    static readonly string[] Assessors = ["自评", "市", "省", "国家"];

    static readonly Dictionary<string, string> Steps = new(StringComparer.Ordinal)
    {
        ["基本均衡认定"] = "basic_recognised",
        ["县级自评"] = "self_evaluation",
        ["申报"] = "application",
        ["市级复核"] = "city_review",
        ["省级评估"] = "province_evaluation",
        ["国家认定"] = "national_recognition",
        ["复查"] = "recheck",
    };

    readonly IReadOnlyList<SourceQuantity> sources = explanation.Sources;
    readonly CellsByHand cells = new(files);

    /// <summary>A number, a word, or null where a cell is missing.</summary>
    /// <param name="kind">Formula and level of the rule, or <c>veto</c>, <c>procedure</c>.</param>
    public object? Of(string kind, string column) => column switch
    {
        "units_in_scope" => Units(kind).Count(),
        "units_failing" => Units(kind).Count(unit => Fails(kind, [.. unit])),
        "verdict" => kind == "veto" ? Veto() : Judgement(sources),
        "step" => Steps[Texts(sources.Single(source => source.Role == SourceRole.Decision))[1]],
        "value" when kind == "external county" => sources.Count == 0 ? null : Amount(Assert.Single(sources)),
        _ => Number(kind, column, sources),
    };

    IEnumerable<IGrouping<string, SourceQuantity>> Units(string kind) => sources.Where(source => source.Role != SourceRole.Quota)
        .GroupBy(source => kind is "funded_as budget_unit" or "ratio budget_unit" ? source.Filed.Item : source.School);

    bool Fails(string kind, List<SourceQuantity> unit)
    {
        if (kind.StartsWith("judgement", StringComparison.Ordinal)) return Judgement(unit) == "not_met";
        var (above, below) = (Number(kind, "numerator", unit), Number(kind, "denominator", unit));
        return kind switch
        {
            // A blank room may be large enough, and where no room is filed nothing can be told.
            "enough_rooms school" => above is { } have && below is { } needed && unit.Exists(Counts) && have + unit.Count(source => Counts(source) && Amount(source) is null) < needed,
            "count_over school" => unit.Sum(source => Amount(source) ?? 0) > Cap(unit[0].School),
            "count_over class" => above > 0,
            "funded_as budget_unit" => above < below,
            "ratio budget_unit" => Constant("times") * above < Constant("threshold") * below,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no rule"),
        };
    }

    double? Number(string kind, string column, IReadOnlyList<SourceQuantity> unit)
    {
        var (above, below) = kind switch
        {
            "enough_rooms school" => (unit.Count(source => Counts(source) && Amount(source) >= Constant("threshold")), Ceiling(Sum(unit, SourceRole.Denominator) / Constant("per_classes"))),
            "count_over school" => (Sum(unit, SourceRole.Counted), null),
            "count_over class" => (Over(unit), Sum(unit, SourceRole.Denominator)),
            "funded_as budget_unit" => (Money(unit, SourceRole.Numerator), Required(unit)),
            "ratio budget_unit" => (Money(unit, SourceRole.Numerator), Money(unit, SourceRole.Denominator)),
            _ => (Sum(unit, SourceRole.Numerator), Sum(unit, SourceRole.Denominator)),
        };
        return column switch
        {
            "numerator" => above,
            "denominator" => below,
            _ when kind is "enough_rooms school" or "count_over school" or "count_over class" => above,
            _ => below > 0 ? Constant("times") * above / below : null,
        };
    }

    // Classes one by one, or whole bands that begin above the cap.
    double? Over(IReadOnlyList<SourceQuantity> unit)
    {
        if (!unit.Any(Counts)) return null;
        var bounds = unit.Where(source => source is { Role: SourceRole.Bound, Filed.Field: "band_from" }).ToDictionary(source => (source.Filed.School, source.Filed.Item), Amount);
        return unit.Where(Counts).Sum(source => source.Filed.Field == "class_pupils"
            ? Amount(source) > Constant("threshold") ? 1 : 0
            : bounds[(source.Filed.School, source.Filed.Item)] > Constant("threshold") ? Amount(source) ?? 0 : 0);
    }

    // Without the sum of the school that keeps the accounts, the unit's is not known.
    double? Money(IReadOnlyList<SourceQuantity> unit, SourceRole role) =>
        unit.Any(source => source.Role == role && source.School == source.Filed.Item) ? Sum(unit, role) : null;

    double? Required(IReadOnlyList<SourceQuantity> unit)
    {
        double? sum = 0;
        foreach (var pupils in unit.Where(source => source.Role is SourceRole.Pupils or SourceRole.Raised))
        {
            var quota = Amount(sources.Single(source => source.Role == SourceRole.Quota && source.Filed.Stage == pupils.Filed.Stage));
            var counted = Amount(pupils);
            sum += quota * (pupils.Role == SourceRole.Raised && counted < Constant("threshold") ? Constant("threshold") : counted);
        }

        return sum;
    }

    // Who, when and on what paper stand after the result.
    string Judgement(IEnumerable<SourceQuantity> unit)
    {
        var judged = unit.Where(source => source.Role is SourceRole.Decision or SourceRole.Beside).Select(Texts).Where(texts => texts[0].Length > 0).ToList();
        if (judged.Count == 0) return "unknown";
        var highest = judged.MaxBy(texts => Array.IndexOf(Assessors, texts[1]))!;
        var (result, day, paper) = (highest[0], highest[2], highest[3]);
        if (need is "yes") return result == "否" ? "not_met" : result == "是" ? Proven(day, paper) : "unknown";
        // A yes is no grade.
        if (!Grades.TryGetValue(result, out var grade)) return "unknown";
        return grade < Grades[need is "excellent" ? "优" : need is "good" ? "良" : "中"] ? "not_met" : Proven(day, paper);
    }

    string Veto()
    {
        if (sources.Count == 0) return "unknown";
        var texts = Texts(Assert.Single(sources));
        return texts[0] switch { "发现" => "not_met", "未发现" => Proven(texts[1], texts[2]), _ => "unknown" };
    }

    string Proven(string day, string paper) =>
        paper.Length > 0 && day.Length > 0 && DateOnly.Parse(day, CultureInfo.InvariantCulture).Year >= explanation.Question.Year ? "met" : "unknown";

    List<string> Texts(SourceQuantity source) => [.. source.Filed.Cells.Select(cell => files.Cell(cell.File, cell.Address)).Select(text => text is "-" ? "" : text)];

    double? Sum(IEnumerable<SourceQuantity> unit, SourceRole role) => unit.All(source => source.Role != role)
        ? null
        : unit.Where(source => source.Role == role).Aggregate((double?)0, (sum, source) => sum + (source.Sign * Amount(source)));

    static bool Counts(SourceQuantity source) => source.Role == SourceRole.Counted;

    static double? Ceiling(double? number) => number is > 0 and var some ? Math.Ceiling(some) : null;

    double Cap(string school) => explanation.Constants.TryGetValue("threshold." + typeOf(school), out var cap) ? CellsByHand.Double(cap) : Constant("threshold");

    double? Amount(SourceQuantity source) => cells.Amount(source.Filed);

    double Constant(string name) => CellsByHand.Double(explanation.Constants[name]);
}
