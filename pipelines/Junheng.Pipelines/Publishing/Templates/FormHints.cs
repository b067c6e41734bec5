using System.Globalization;
using Junheng.Models;
using Junheng.Models.Fields;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Publishing.Templates;

/// <summary>What a form says about a column to whoever fills it in.</summary>
public sealed class FormHints(TextBook texts)
{
    public string MeaningOf(Field field) => texts.Language == Language.Zh ? field.Zh : field.En;

    /// <summary>How the cell is written.</summary>
    public string WayOf(FormColumn column) => column switch
    {
        { Words.Count: > 0 } => texts["template.choice", ("words", string.Join(texts["template.between"], column.Words.Select(word => word.Filed)))],
        { Field.Kind: FieldKind.Quantity } => texts[column.Field.Whole ? "template.whole" : "template.number",
            ("unit", column.Field.Unit), ("least", Number(column.Field.Least!.Value)), ("most", Number(column.Field.Most!.Value))],
        { Field.Kind: FieldKind.Code } => texts["template.code"],
        { Field.Kind: FieldKind.Year } => texts["template.year"],
        { Field.Kind: FieldKind.Date } => texts["template.date"],
        _ => texts["template.words"],
    };

    public string NeedOf(FormColumn column) => texts[column.Field.Required ? "template.required" : "template.optional"];

    /// <summary>All of it, as the note on a header.</summary>
    public string NoteOf(FormColumn column) => string.Join('\n', MeaningOf(column.Field), WayOf(column), NeedOf(column));

    static string Number(Models.Numbers.Rational number) => decimal.Parse(number.ToTruncatedDecimal(12), CultureInfo.InvariantCulture).ToString("#,##0.############", CultureInfo.InvariantCulture);
}
