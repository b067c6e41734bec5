using System.Globalization;
using Junheng.Models.Fields;
using Junheng.Models.Rules;
using Junheng.Pipelines.Warehouse.Steps;
using Junheng.Pipelines.Warehouse.Tables;

namespace Junheng.Pipelines.Warehouse.Rules;

/// <summary>Compiles a rule pack into the <c>rule</c> tables that the SQL models join. After this no step knows a pack by name.</summary>
/// <param name="packText">The pack as written: part of the step's key.</param>
/// <param name="settings">Parameter values given by the source or the command line.</param>
public sealed class RulesStep(
    RulePack pack,
    string packText,
    ParameterSettings settings,
    FieldCatalog catalog,
    IReadOnlyDictionary<string, TableDocument> documents) : IStep
{
    static readonly string[] Tables =
        ["rule", "rule_indicator", "rule_term", "rule_scope", "rule_split", "rule_school_type", "rule_type_stage", "rule_school", "rule_composite", "parameter",
         .. PartRows.Tables, .. ChangeRows.Tables, .. ExceptionRows.Tables];

    readonly ChosenRules chosen = new(pack, settings);

    public string Name => "rules";

    public IReadOnlyList<string> Inputs => [];

    public IReadOnlyList<TableDocument> Outputs => Tables.Select(table => documents[table]).ToList();

    public string Identity => string.Join('\n', [StepCode.Version, packText, .. settings.Values.Select(value => $"{value.Parameter.Name}={value.Value}"), .. Homes()]);

    public void Run(StepContext context)
    {
        context.Write(documents["rule"], pack.Indicators.SelectMany(RuleRows));
        context.Write(documents["rule_indicator"], pack.Indicators.Select(IndicatorRow).Concat(pack.CountyIndicators.Select(IndicatorRow)));
        context.Write(documents["rule_term"], pack.Indicators.SelectMany(TermRows));
        context.Write(documents["rule_scope"], chosen.Scopes.Select(ScopeRow));
        context.Write(documents["rule_split"], chosen.Split.Select(weight =>
            new[] { weight.LowestStage, weight.Stage, Text(weight.Weight), Text(PositionOf(weight.LowestStage)) }));
        context.Write(documents["rule_school_type"], pack.SchoolTypes.Select(type => new[] { type.Name, type.Title.Zh, type.Title.En }));
        context.Write(documents["rule_type_stage"], pack.SchoolTypes.SelectMany(type => type.Stages.Select(stage => new[] { type.Name, stage })));
        context.Write(documents["rule_school"], pack.SchoolRule is { } rule
            ? [[pack.Id, Text(rule.Of), Text(rule.Need), Text(rule.Floor), rule.Citation.Clause, rule.Citation.Source, rule.Citation.Certainty]]
            : []);
        context.Write(documents["rule_composite"], pack.Composite is { } composite
            ? composite.Limits.Select(limit => new[] { limit.Key, Text(limit.Value), composite.Citation.Clause, composite.Citation.Source, composite.Citation.Certainty })
            : []);
        foreach (var (table, rows) in new PartRows(pack, settings, catalog).All.Concat(new ChangeRows(pack).All).Concat(new ExceptionRows(pack, settings, catalog).All))
            context.Write(documents[table], rows);
        context.Write(documents["parameter"], settings.Values.Select(value => new[]
        {
            value.Parameter.Name, value.Value, value.Parameter.Default, value.Parameter.Meaning.Zh, value.Parameter.Meaning.En, string.Join(',', value.Parameter.BearsOn),
        }));
    }

    IEnumerable<string?[]> RuleRows(Indicator indicator) => indicator.Numerator.Keys.Select(stage => new[]
    {
        indicator.Id, "", stage, Text(indicator.SortOrder), indicator.Dimension, indicator.Level, indicator.Formula,
        indicator.Per, Text(indicator.Times), Text(indicator.Split),
        ThresholdOf(indicator, stage), Text(indicator.Thresholds.TryGetValue(stage, out var asked) && asked is null), FloorOf(indicator, stage), indicator.Comparison,
        Text(indicator.Limits, stage), settings["missing_school"] ?? "unknown",
        indicator.Scope, indicator.Unit.Zh, indicator.Unit.En,
        indicator.ShortfallUnit.Zh, indicator.ShortfallUnit.En, Text(indicator.ShortfallWhole),
        Text(indicator.ValidFrom ?? pack.ValidFrom), Text(indicator.ValidTo ?? pack.ValidTo),
        indicator.Citation.Clause, indicator.Citation.Source, indicator.Citation.Certainty,
        indicator.LimitCitation?.Clause, indicator.LimitCitation?.Source, indicator.LimitCitation?.Certainty,
        chosen.AtLeast(indicator.Thresholds.GetValueOrDefault(stage), indicator.Decimals), chosen.AtLeast(FloorNumber(indicator, stage), indicator.Decimals),
        chosen.AtMost(NumberOf(indicator.Limits, stage), indicator.LimitDecimals), chosen.Shown(indicator.Decimals), chosen.Shown(indicator.LimitDecimals),
    });

    static string?[] IndicatorRow(Indicator indicator) =>
    [
        indicator.Id, Text(indicator.SortOrder), indicator.Name.Zh, indicator.Name.En, indicator.Short.Zh, indicator.Short.En,
        indicator.Dimension, indicator.Level,
    ];

    static string?[] IndicatorRow(CountyIndicator indicator) =>
    [
        indicator.Id, Text(indicator.SortOrder), indicator.Name.Zh, indicator.Name.En, indicator.Short.Zh, indicator.Short.En,
        indicator.Dimension, indicator.Parts[0].Level,
    ];

    IEnumerable<string?[]> TermRows(Indicator indicator) => indicator.Numerator.SelectMany(stage => stage.Value.Select(term => new[]
    {
        indicator.Id, "", stage.Key, term.Field, Text(term.Sign), Text(term.Lag), HomeOf(term.Field) == "stage" ? stage.Key : Stages.All,
    }));

    static string?[] ScopeRow(ScopeRule rule, int position) =>
    [
        rule.Scope, Text(position + 1), rule.SchoolType, rule.Area, rule.Founder, rule.Boarding, rule.Village,
        Text(rule.PupilsBelow), Text(rule.PupilsAtLeast), rule.GradesComplete, rule.Reason.Zh, rule.Reason.En,
        rule.Citation.Clause, rule.Citation.Source, rule.Citation.Certainty,
    ];

    string? FloorOf(Indicator indicator, string stage) => Text(FloorNumber(indicator, stage));

    decimal? FloorNumber(Indicator indicator, string stage) => indicator.Thresholds.GetValueOrDefault(stage) * pack.SchoolRule?.Floor;

    static string? ThresholdOf(Indicator indicator, string stage) => Text(indicator.Thresholds.GetValueOrDefault(stage));

    // Where a quantity is filed decides whether it is one stage's or the whole school's.
    string HomeOf(string field) => catalog.Home(field)!.Name;

    IEnumerable<string> Homes() => pack.Indicators.SelectMany(indicator => indicator.Numerator.Values).SelectMany(terms => terms)
        .Concat(pack.CountyIndicators.SelectMany(indicator => indicator.Parts).SelectMany(PartRows.TermsOf))
        .Concat(pack.Exceptions.SelectMany(exception => exception.Adds.Values).SelectMany(terms => terms))
        .Select(term => term.Field).Distinct().Select(field => $"{field}@{HomeOf(field)} {catalog.Home(field)!.Find(field)}");

    static int PositionOf(string stage) => Stages.InOrder.ToList().IndexOf(stage);

    static string? Text(IReadOnlyDictionary<string, decimal> byStage, string stage) =>
        Text(NumberOf(byStage, stage));

    static decimal? NumberOf(IReadOnlyDictionary<string, decimal> byStage, string stage) =>
        byStage.TryGetValue(stage, out var number) ? number : null;

    static string? Text(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    static string Text(bool flag) => flag ? "true" : "false";
}
