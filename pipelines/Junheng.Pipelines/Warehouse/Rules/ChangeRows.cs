using System.Globalization;
using Junheng.Models.Rules;

namespace Junheng.Pipelines.Warehouse.Rules;

/// <summary>The rows of the tables <c>rule_change</c> and <c>rule_department</c>: what a local pack says otherwise, and who answers for what.</summary>
internal sealed class ChangeRows(RulePack pack)
{
    public static readonly string[] Tables = ["rule_change", "rule_department"];

    public IEnumerable<(string Table, IEnumerable<string?[]> Rows)> All =>
    [
        ("rule_change", pack.Changes.Select(Row)),
        ("rule_department", pack.Departments.Select(Row)),
    ];

    static string?[] Row(RuleChange change) =>
    [
        change.Base, change.Indicator, change.Part, change.Stage, change.What, change.Kind, change.BaseValue, change.LocalValue,
        change.Note.Zh, change.Note.En, change.Citation.Clause, change.Citation.Source, change.Citation.Certainty,
    ];

    static string?[] Row(ResponsibleDepartment department) =>
    [
        department.Indicator, department.Position.ToString(CultureInfo.InvariantCulture), department.Name, department.Role,
        department.Citation.Clause, department.Citation.Source, department.Citation.Certainty,
    ];
}
