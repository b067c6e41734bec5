using System.Globalization;
using Junheng.Pipelines.Publishing.Explaining;
using Junheng.Pipelines.Publishing.Explaining.Sources;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Documents.Tracing;

/// <summary>
/// The filed cells behind printed numbers, as <c>junheng explain</c> finds them. A document asks for hundreds: indicators and coefficients of resources are read once for a county, and only the rest are explained one by one.
/// </summary>
sealed class SourceTrace
{
    readonly SnapshotReader reader;
    readonly CancellationToken cancellation;
    readonly Explainer explainer;
    readonly Dictionary<(int Year, string County), IReadOnlyList<StageQuantity>> counties = [];
    readonly Dictionary<(int Year, string School), string> homes = [];
    readonly Dictionary<string, IReadOnlyList<CellsOfSheet>> known = new(StringComparer.Ordinal);

    public SourceTrace(SnapshotReader reader, CancellationToken cancellation)
    {
        (this.reader, this.cancellation) = (reader, cancellation);
        explainer = new Explainer(reader, cancellation, texts: false);
    }

    /// <summary>Cells by file and sheet; none where a number is a count of verdicts.</summary>
    /// <param name="question">Arguments of <c>junheng explain</c>; several with «; » between them.</param>
    public IReadOnlyList<CellsOfSheet> CellsOf(string question)
    {
        if (known.TryGetValue(question, out var cells)) return cells;
        var sources = question.Split("; ", StringSplitOptions.RemoveEmptyEntries).SelectMany(one => SourcesOf(one.Split(' '))).SelectMany(source => source.Filed.Cells).ToList();
        return known[question] = [.. sources
            .GroupBy(cell => (cell.File, cell.Sheet))
            .OrderBy(sheet => sheet.Key.File, StringComparer.Ordinal).ThenBy(sheet => sheet.Key.Sheet, StringComparer.Ordinal)
            .Select(sheet => new CellsOfSheet(sheet.Key.File, sheet.Key.Sheet, [.. sheet.DistinctBy(cell => cell.Address).OrderBy(cell => cell.Row).ThenBy(cell => cell.Column.Length).ThenBy(cell => cell.Column, StringComparer.Ordinal).Select(cell => cell.Address)]))];
    }

    IEnumerable<SourceQuantity> SourcesOf(string[] words) => words switch
    {
        ["coefficient", var year, var county, var stage, var indicator] => StagesOf(Year(year), county).Where(one => one.Rule.Stage == stage && one.Rule.Indicator == indicator && one.Computable).SelectMany(one => one.Sources),
        ["indicator", var year, var school, var stage, var indicator] => StagesOf(Year(year), HomeOf(Year(year), school)).Where(one => one.School == school && one.Rule.Stage == stage && one.Rule.Indicator == indicator).SelectMany(one => one.Sources),
        [var what, .. var rest] => Deciding(explainer.Explain(what, rest).Explanation?.Sources ?? []),
        _ => [],
    };

    // Of hundreds that were looked at, a reader of a document is led to those that decide.
    static IEnumerable<SourceQuantity> Deciding(IReadOnlyList<SourceQuantity> sources) => sources.Any(source => source.Decides) ? sources.Where(source => source.Decides) : sources;

    IReadOnlyList<StageQuantity> StagesOf(int year, string county) =>
        counties.TryGetValue((year, county), out var read) ? read : counties[(year, county)] = explainer.Quantities.Read(year, county, null, null, null, "");

    string HomeOf(int year, string school)
    {
        if (homes.TryGetValue((year, school), out var home)) return home;
        var rows = reader.Query("select county_code from school where year = $year and school_code = $school", cancellation, ("year", year), ("school", school)).Rows;
        return homes[(year, school)] = rows.Count == 0 ? "" : (string)rows[0][0]!;
    }

    static int Year(string word) => int.Parse(word, CultureInfo.InvariantCulture);
}

/// <summary>Cells of one filed sheet.</summary>
/// <param name="Sheet">Empty for text files.</param>
/// <param name="Cells">Addresses, as a spreadsheet shows them.</param>
public sealed record CellsOfSheet(string File, string Sheet, IReadOnlyList<string> Cells);
