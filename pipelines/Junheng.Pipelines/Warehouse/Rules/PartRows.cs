using System.Globalization;
using Junheng.Models.Fields;
using Junheng.Models.Rules;

namespace Junheng.Pipelines.Warehouse.Rules;

/// <summary>The rows of the tables <c>rule_part</c>, <c>rule_input</c>, <c>rule_type_threshold</c> and <c>rule_veto</c>.</summary>
internal sealed class PartRows(RulePack pack, ParameterSettings settings, FieldCatalog catalog)
{
    public static readonly string[] Tables = ["rule_part", "rule_input", "rule_type_threshold", "rule_veto"];

    public IEnumerable<(string Table, IEnumerable<string?[]> Rows)> All =>
    [
        ("rule_part", Each(RuleRows)),
        ("rule_input", Each(InputRows)),
        ("rule_type_threshold", Each(TypeRows)),
        ("rule_veto", pack.Vetoes.Select(VetoRow)),
    ];

    readonly ChosenRules chosen = new(pack, settings);

    public static IEnumerable<Term> TermsOf(IndicatorPart part) =>
        part.Reckonings.SelectMany(reckoning => reckoning.Numerator.Concat(reckoning.Denominator)).Concat(part.Quota.Values.SelectMany(terms => terms));

    IEnumerable<string?[]> Each(Func<CountyIndicator, IndicatorPart, IEnumerable<string?[]>> rows) =>
        pack.CountyIndicators.SelectMany(indicator => indicator.Parts.SelectMany(part => rows(indicator, part)));

    IEnumerable<string?[]> RuleRows(CountyIndicator indicator, IndicatorPart part) => part.Stages.Select(stage => new[]
    {
        indicator.Id, part.Id, stage, Text(indicator.SortOrder), indicator.Dimension, part.Level, part.Formula, part.Name.Zh, part.Name.En,
        Text(part.Times), part.Thresholds.TryGetValue(stage, out var threshold) ? Number(threshold) : null,
        part.Comparison, part.Need, part.RoomKind, Text(part.PerClasses), part.Measure, Text(part.Share), part.AtZero, part.AppliesTo,
        Text(TermsOf(part).Any(term => catalog.Home(term.Field)!.Form == DatasetForm.BySchool)), indicator.Scope, part.Unit.Zh, part.Unit.En,
        Text(indicator.ValidFrom ?? pack.ValidFrom), Text(indicator.ValidTo ?? pack.ValidTo),
        part.Citation.Clause, part.Citation.Source, part.Citation.Certainty,
        Tested(part, threshold), chosen.Shown(part.Decimals),
    });

    IEnumerable<string?[]> InputRows(CountyIndicator indicator, IndicatorPart part)
    {
        foreach (var stage in part.Stages)
        {
            foreach (var reckoning in part.Reckonings)
            {
                var inForce = part.ChosenBy is null || settings[part.ChosenBy] == reckoning.Name;
                foreach (var row in Inputs(stage, "numerator", reckoning.Numerator).Concat(Inputs(stage, "denominator", reckoning.Denominator)))
                    yield return [indicator.Id, part.Id, stage, reckoning.Name, Text(inForce), .. row];
            }

            foreach (var row in part.Quota.SelectMany(quota => quota.Value.SelectMany(term => Row("quota", term, quota.Key))))
                yield return [indicator.Id, part.Id, stage, "", "true", .. row];
        }
    }

    IEnumerable<string?[]> Inputs(string stage, string role, IReadOnlyList<Term> terms) => terms.SelectMany(term => catalog.Home(term.Field)!.Name == "stage"
        ? (stage == Stages.All ? Stages.Compulsory : [stage]).SelectMany(filed => Row(role, term, filed))
        : Row(role, term, Stages.All));

    IEnumerable<string?[]> Row(string role, Term term, string filedStage)
    {
        var field = catalog.Home(term.Field)!.Find(term.Field)!;
        return [[role, term.Field, filedStage, Text(term.Sign), Text(term.Lag), field.Zh, field.En]];
    }

    IEnumerable<string?[]> TypeRows(CountyIndicator indicator, IndicatorPart part) =>
        part.ThresholdsByType.Select(type => new[] { indicator.Id, part.Id, type.Key, Number(type.Value) });

    string?[] VetoRow(Veto veto) =>
        [veto.Id, Text(veto.SortOrder), Text(veto.Lists.Contains(settings["veto_list"] ?? "", StringComparer.Ordinal)), veto.Name.Zh, veto.Name.En, veto.Citation.Clause, veto.Citation.Source, veto.Citation.Certainty];

    // An equality is one of whole numbers, and a threshold without a number is none.
    string? Tested(IndicatorPart part, Threshold threshold) =>
        Number(threshold) is { } number && part.Comparison == "at_least" ? chosen.AtLeast(decimal.Parse(number, CultureInfo.InvariantCulture), part.Decimals) : Number(threshold);

    // A parameter may say «unknown» too: then there is no number to compare with.
    string? Number(Threshold threshold) => threshold.Parameter is not { } name ? threshold.Number?.ToString(CultureInfo.InvariantCulture)
        : settings[name] is var value && value == "unknown" ? null : value;

    static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    static string Text(bool flag) => flag ? "true" : "false";
}
