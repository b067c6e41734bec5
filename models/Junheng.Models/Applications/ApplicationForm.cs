namespace Junheng.Models.Applications;

/// <summary>The form a county applies with (申报表 Ⅰ–Ⅵ): its tables by their words, and which of our figures each blank asks for.</summary>
/// <param name="Met">Words by which people declare that a standard is met.</param>
/// <param name="NotMet">Words by which they declare that it is not.</param>
public sealed record ApplicationForm(
    string Id,
    Bilingual Title,
    string Source,
    IReadOnlyList<string> Met,
    IReadOnlyList<string> NotMet,
    IReadOnlyList<ApplicationTable> Tables);

/// <summary>One table of the form.</summary>
/// <param name="Id">As the form numbers it: <c>Ⅱ-2</c>.</param>
/// <param name="Marks">Words that all stand on its sheet, and together on no other.</param>
/// <param name="Rows">Rows with a label; empty where each school is a row.</param>
public sealed record ApplicationTable(
    string Id,
    TableShape Shape,
    Bilingual Title,
    IReadOnlyList<string> Marks,
    IReadOnlyList<ApplicationColumn> Columns,
    IReadOnlyList<ApplicationRow> Rows);

/// <summary>How a table is laid out.</summary>
public enum TableShape
{
    /// <summary>Labelled rows crossed with headed columns.</summary>
    Grid,

    /// <summary>One row a school and stage.</summary>
    Schools,

    /// <summary>One row an indicator, with a sentence in which figures are filled in.</summary>
    Sentences,
}

/// <summary>A column by the levels of its header.</summary>
/// <param name="Header">As printed, from the top down.</param>
/// <param name="Find">Words that must stand in those levels; the last in the lowest.</param>
/// <param name="Role">What it says about its row: <c>name</c>, <c>code</c>, <c>number</c>, <c>stage</c>, <c>label</c>, <c>sentence</c>; empty for a figure.</param>
/// <param name="OnlyRows">The lowest labels of the rows where it is asked; empty for all.</param>
public sealed record ApplicationColumn(
    IReadOnlyList<string> Header,
    IReadOnlyList<string> Find,
    string Role,
    bool Optional,
    IReadOnlyList<string> OnlyRows,
    AskedFigure Asked)
{
    public const string Name = "name";

    public const string Code = "code";

    public const string Number = "number";

    public const string Stage = "stage";

    public const string Label = "label";

    public const string Sentence = "sentence";

    public static readonly IReadOnlyList<string> Roles = [Name, Code, Number, Stage, Label, Sentence];
}

/// <summary>A row by its label, with the sentence that stands in it, if one does.</summary>
/// <param name="Says">The sentence, its blanks in braces, <c>#2000</c> for a number among its words that may be another; empty for none.</param>
/// <param name="Blanks">What each blank of the sentence asks for.</param>
public sealed record ApplicationRow(
    IReadOnlyList<string> Label,
    IReadOnlyList<string> Find,
    AskedFigure Asked,
    string Says,
    IReadOnlyDictionary<string, AskedFigure> Blanks);
