using System.Globalization;
using Junheng.Models.Findings;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>
/// All records by their key. Records of one key that different layouts read are parts of one and are joined; of one layout they are duplicates.
/// </summary>
internal sealed class MappedRows(bool firstOfDuplicates, Register register, FindingList findings)
{
    readonly Dictionary<(string Dataset, string Key, DateOnly? FiledOn), MappedRow> first = [];
    List<MappedRow> all = [];
    readonly List<SetAside> aside = [];

    public IReadOnlyList<MappedRow> All => all;

    public IReadOnlyList<SetAside> Aside => aside;

    public void Add(MappedRow row, Layout layout, RowCount count)
    {
        if (first.TryAdd((row.Dataset.Name, row.Key, row.FiledOn), row))
        {
            row.Parts.Add((layout, row, count));
            all.Add(row);
            count.Loaded++;
            if (row.Dataset.Name == Register.Dataset) register.Add(row);
            return;
        }

        var earlier = first[(row.Dataset.Name, row.Key, row.FiledOn)];
        var same = earlier.Parts.FindIndex(part => part.Layout == layout);
        if (same >= 0)
        {
            Duplicate(row, earlier, earlier.Parts[same].Row, layout, count);
            return;
        }

        earlier.Parts.Add((layout, row, count));
        count.Loaded++;
        new Joining(findings).Join(earlier, row);
    }

    public void SetAside(MappedRow row, string code, RowCount count)
    {
        count.Quarantined++;
        aside.Add(new SetAside(row.File, row.Dataset.Name, row.Sheet, row.Number, code, row.Year, row.Word("school_code"), row.Word("county_code")));
    }

    /// <summary>Takes loaded rows out again, every part of them.</summary>
    public void SetAside(IReadOnlySet<MappedRow> rows, string code)
    {
        foreach (var (_, row, count) in all.Where(rows.Contains).SelectMany(row => row.Parts))
        {
            count.Loaded--;
            SetAside(row, code, count);
        }

        all.RemoveAll(rows.Contains);
    }

    /// <summary>Of several filings of one row those in force.</summary>
    public void Settle(VintageResolution filings) => all = filings.InForce(all);

    // Undeclared duplicates leave no way to know which is right: the school stays in the register, what else the row says counts as not filed.
    void Duplicate(MappedRow row, MappedRow joined, MappedRow earlier, Layout layout, RowCount count)
    {
        var severity = firstOfDuplicates ? Severity.Warning : Severity.Error;
        var code = firstOfDuplicates ? "ROW-DUPLICATE-DECLARED" : "ROW-DUPLICATE";
        findings.Add(Finding.Of(
            severity, code, row.Place, row.Key.Replace('\u001f', ' '),
            ("first_file", earlier.File),
            ("first_row", earlier.Number.ToString(CultureInfo.InvariantCulture)),
            ("key", string.Join(", ", row.Dataset.Key))));
        if (severity == Severity.Error) joined.Forget(layout);
        SetAside(row, code, count);
    }
}
