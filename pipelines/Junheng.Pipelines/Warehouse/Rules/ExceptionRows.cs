using System.Globalization;
using Junheng.Models.Fields;
using Junheng.Models.Rules;

namespace Junheng.Pipelines.Warehouse.Rules;

/// <summary>The rows of the tables <c>rule_exception</c>, <c>rule_exception_threshold</c> and <c>rule_exception_term</c>.</summary>
internal sealed class ExceptionRows(RulePack pack, ParameterSettings settings, FieldCatalog catalog)
{
    public static readonly string[] Tables = ["rule_exception", "rule_exception_threshold", "rule_exception_term"];

    public IEnumerable<(string Table, IEnumerable<string?[]> Rows)> All =>
    [
        ("rule_exception", pack.Exceptions.Select(RuleRow)),
        ("rule_exception_threshold", pack.Exceptions.SelectMany(exception => exception.Relaxes.Select(relaxation =>
            new[] { exception.Id, exception.Indicator, relaxation.Part, relaxation.SchoolType, Text(relaxation.Threshold) }))),
        ("rule_exception_term", pack.Exceptions.SelectMany(TermRows)),
    ];

    // By «prolonged» no year is the last: nobody has said that they ended.
    string?[] RuleRow(DatedException exception, int position) =>
    [
        exception.Id, exception.Indicator, Text(position + 1), exception.Name.Zh, exception.Name.En,
        exception.When.Area, Text(exception.When.PupilsAtLeast), Text(exception.When.PupilsBelow), Text(exception.When.BuiltBy),
        Text(exception.When.LargestClassBelow), Text(exception.When.MigrantShareOver), exception.When.InnerCity,
        Text(exception.ValidFrom), settings["exceptions"] == "prolonged" ? null : Text(exception.ValidTo),
        exception.Citation.Clause, exception.Citation.Source, exception.Citation.Certainty,
    ];

    IEnumerable<string?[]> TermRows(DatedException exception) => exception.Adds.SelectMany(stage => stage.Value.Select(term => new[]
    {
        exception.Id, exception.Indicator, stage.Key, term.Field, Text(term.Sign), Text(term.Lag), catalog.Home(term.Field)!.Name == "stage" ? stage.Key : Stages.All,
    }));

    static string? Text(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);

    static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
