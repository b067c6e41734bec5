using Junheng.Models.Fields;
using Junheng.Models.Rules;

namespace Junheng.Pipelines.Publishing.Templates;

/// <summary>One column of a form.</summary>
/// <param name="Header">The Chinese name of the field, and its unit.</param>
/// <param name="Words">Our word → the Chinese word that is chosen from a drop-down; none where anything may be written.</param>
public sealed record FormColumn(Field Field, string Header, IReadOnlyList<(string Ours, string Filed)> Words)
{
    public static FormColumn Of(Field field, RulePack pack) =>
        new(field, field.Unit.Length > 0 ? $"{field.Zh}（{field.Unit}）" : field.Zh, WordsOf(field, pack));

    public string WordOf(string ours) => Words.FirstOrDefault(word => word.Ours == ours).Filed ?? ours;

    public string Example() => Field.Kind switch
    {
        FieldKind.Choice when Words.Count > 0 => Words[0].Filed,
        FieldKind.Code when Words.Count > 0 => Words[0].Filed,
        FieldKind.Code => "0123456789",
        FieldKind.Year => "2024",
        FieldKind.Date => "2024-06-30",
        FieldKind.Quantity => Field.Most <= 1 ? "0.12" : Field.Most <= 10 ? "2" : Field.Whole ? "120" : "120.5",
        _ => FilingForm.ExampleMark,
    };

    // What the catalog leaves open, the rule pack lists.
    static IReadOnlyList<(string, string)> WordsOf(Field field, RulePack pack) => field switch
    {
        { Choices.Count: > 0 } => field.Choices.Select(choice => (choice, field.WordOf(choice))).ToList(),
        { Name: "school_type" } => pack.SchoolTypes.Select(type => (type.Name, type.Title.Zh)).ToList(),
        { Name: "veto" } => pack.Vetoes.Select(veto => (veto.Id, veto.Name.Zh)).ToList(),
        _ => [],
    };
}
