using System.Globalization;
using Junheng.Models.Findings;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>The cells a value came from.</summary>
/// <param name="Columns">
/// Column letters in <paramref name="Row"/>, several with semicolons; empty for a constant. A cell that stands elsewhere is written in full:
/// <c>D9</c> in another row, <c>Sheet!D9</c> on another sheet, <c>file!Sheet!D9</c> in another file.
/// </param>
internal readonly record struct FiledCells(string File, string Sheet, int Row, string Columns)
{
    public Place Place => new(File, Sheet, Row, Columns);

    /// <summary>Addresses where the row is not said beside them: <c>D7</c>, or several with semicolons.</summary>
    public string Addresses
    {
        get
        {
            var row = Row.ToString(CultureInfo.InvariantCulture);
            return Columns.Length == 0 ? "" : string.Join(';', Columns.Split(';').Select(one => one.All(char.IsAsciiLetterUpper) ? one + row : one));
        }
    }

    /// <summary>These and others, as seen from where these stand.</summary>
    public FiledCells With(FiledCells other)
    {
        if (other.Columns.Length == 0) return this;
        if (Columns.Length == 0) return other;
        var (file, sheet, row) = (File, Sheet, Row);
        var seen = other.Columns.Split(';').Select(one => Seen(one, other, file, sheet, row));
        return this with { Columns = Columns + ";" + string.Join(';', seen) };
    }

    static string Seen(string one, FiledCells other, string file, string sheet, int row)
    {
        if (!one.All(char.IsAsciiLetterUpper)) return one;
        if (other.File == file && other.Sheet == sheet && other.Row == row) return one;
        var address = one + other.Row.ToString(CultureInfo.InvariantCulture);
        if (other.File != file) return $"{other.File}!{other.Sheet}!{address}";
        return other.Sheet == sheet ? address : $"{other.Sheet}!{address}";
    }
}
