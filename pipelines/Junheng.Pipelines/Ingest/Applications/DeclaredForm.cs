using Junheng.Models.Applications;
using Junheng.Models.Findings;
using Junheng.Models.Numbers;

namespace Junheng.Pipelines.Ingest.Applications;

/// <summary>A filled form as it was filed: what each of its blanks declares, and nothing judged.</summary>
/// <param name="Blanks">Those about the county, in the order of the form.</param>
/// <param name="Schools">The rows of the table school by school.</param>
/// <param name="SchoolBlanks">What each school is asked for, for schools that have no row.</param>
public sealed record DeclaredForm(IReadOnlyList<Declared> Blanks, IReadOnlyList<DeclaredSchool> Schools, IReadOnlyList<Declared> SchoolBlanks);

/// <summary>One blank of the form and what stands in it.</summary>
/// <param name="Item">Row and column in the form's own words.</param>
/// <param name="Row">0 where the form has no such row.</param>
/// <param name="Column">Counted from 1; 0 where the form has no such column.</param>
/// <param name="Text">As it stands there; empty where nothing is declared.</param>
/// <param name="Number">In the unit of the form; null where it is blank or no number.</param>
/// <param name="Word">The word of ours it stands for, such as <c>met</c>; null where it is blank or none.</param>
public sealed record Declared(string Table, AskedFigure Asked, string Item, string File, string Sheet, int Row, int Column, string Text, Rational? Number, string? Word)
{
    public bool IsBlank => Text.Length == 0;

    /// <summary>Something stands there that cannot be read; a finding says so.</summary>
    public bool IsMalformed => !IsBlank && Asked.NotComputed is null && Number is null && Word is null;

    public string Cell => Row > 0 && Column > 0 ? Place.Cell(Column, Row) : "";

    public Place At => new(File, Sheet, Row, Column > 0 ? $"{Place.Letters(Column)} {Item}" : Item);
}

/// <summary>One row of the table school by school.</summary>
/// <param name="Number">Its number in the table; a smaller one than above begins the next stage.</param>
public sealed record DeclaredSchool(Place At, string Number, string Code, string Name, string Stage, IReadOnlyList<Declared> Cells)
{
    public bool IsBlank => Cells.All(cell => cell.IsBlank);
}
