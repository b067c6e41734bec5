using System.Globalization;
using System.Runtime.CompilerServices;
using Junheng.Models;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Documents;

/// <summary>The same document for every county or school. One that cannot be made says why and does not stop the others; when it is stopped, those that are made stay.</summary>
public static class DocumentBatch
{
    const string CountySql = "select county_code from county_status where year = $year order by county_code";

    const string SchoolSql = "select school_code, county_code from school where year = $year order by county_code, school_code";

    /// <summary>What a template is made for: the whole source, each county, or each school.</summary>
    /// <param name="kind">Begins the names of the files.</param>
    /// <param name="county">This county alone, or its schools; null for all.</param>
    /// <param name="school">This school alone; null for all.</param>
    /// <returns>None where there is no such county or school.</returns>
    public static IReadOnlyList<DocumentRequest> RequestsOf(
        DocumentTemplate template, string kind, SnapshotReader reader, Language language, int year, bool isInternal, string? county, string? school, CancellationToken cancellation)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{kind}-{year}");
        var whole = new DocumentRequest(name, language, year, isInternal);
        if (template.IsOfSchool)
        {
            return [.. reader.Query(SchoolSql, cancellation, ("year", year)).Rows
                .Select(row => (Code: (string)row[0]!, County: (string)row[1]!))
                .Where(one => (school is null || one.Code == school) && (county is null || one.County == county))
                .Select(one => whole with { Name = $"{name}-{one.Code}", School = one.Code, County = one.County })];
        }

        return template.IsOfCounty
            ? [.. reader.Query(CountySql, cancellation, ("year", year)).Rows.Select(row => (string)row[0]!)
                .Where(code => county is null || code == county).Select(code => whole with { Name = $"{name}-{code}", County = code })]
            : [whole];
    }

    public static async IAsyncEnumerable<(DocumentRequest Request, DocumentOutcome Outcome)> MakeAsync(
        DocumentPress press, DocumentTemplate template, IReadOnlyList<DocumentRequest> requests, string folder, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var request in requests)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return (request, await press.MakeAsync(template, request, folder, cancellation));
        }
    }
}
