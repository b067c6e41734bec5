using System.Text.RegularExpressions;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>One shape a dataset's table had, for a range of years.</summary>
/// <param name="Form">Which files it reads: those that <c>source.yaml</c> calls by this name; empty reads files that name no form.</param>
/// <param name="Sheets">Names of the sheets it reads, <c>*</c> is any text; none reads every sheet.</param>
/// <param name="Shape">A table of rows, or a sheet that is one school's form.</param>
/// <param name="HeaderRow">First row of the header, counted from 1; null finds it by the headers that are needed.</param>
/// <param name="HeaderRows">How many rows tall the header is at most.</param>
/// <param name="NotData">Rows that are no data, beyond those recognised anyway.</param>
/// <param name="Missing">Texts that mean «not filed» in this layout, beside those of the source.</param>
public sealed record Layout(
    string Dataset,
    int FirstYear,
    int LastYear,
    string Form,
    IReadOnlyList<string> Sheets,
    LayoutShape Shape,
    int? HeaderRow,
    int HeaderRows,
    IReadOnlyList<RowTest> NotData,
    IReadOnlyList<string> Missing,
    IReadOnlyDictionary<string, ColumnRule> Columns,
    int Line)
{
    public bool Covers(int year) => year >= FirstYear && year <= LastYear;

    public bool Reads(string sheet) => Sheets.Count == 0 || Sheets.Any(pattern => IsLike(sheet, pattern));

    /// <summary>Every place this layout reads from.</summary>
    public IEnumerable<Operand> Operands =>
        Columns.Values.SelectMany(rule => rule.Operands).Concat(NotData.Select(test => test.Operand).OfType<Operand>()).Distinct();

    public static bool IsLike(string name, string pattern) =>
        Regex.IsMatch(name.Trim(), "^" + Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal) + "$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, TimeSpan.FromSeconds(1));
}

public enum LayoutShape
{
    /// <summary>A row is a record; columns are found by their headers.</summary>
    Table,

    /// <summary>The sheet is one record; values are found by the label of their row and the header of their column.</summary>
    Form,
}
