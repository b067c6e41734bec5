using Junheng.Models;
using Junheng.Pipelines.Ingest.Readers;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>The list of findings in front of a workbook that was sent back to be mended: when it is filed again, that sheet is ours and nobody's data.</summary>
static class ReturnedList
{
    // Title, counts, advice and a remark stand above it.
    const int HeaderRow = 5;

    static readonly string[][] Headers = [.. new[] { Language.Zh, Language.En }.Select(TextBook.In)
        .Select(texts => new[] { "returned.severity", "returned.code", "returned.place", "returned.cell", "returned.value", "returned.what", "returned.fix" }.Select(key => texts[key]).ToArray())];

    public static bool IsHeader(RawRow row) => row.Number == HeaderRow && Headers.Any(header => header.SequenceEqual(row.Cells, StringComparer.Ordinal));

    /// <summary>The rows of all other sheets.</summary>
    public static IEnumerable<RawRow> LeftOut(IEnumerable<RawRow> rows)
    {
        var (head, sheet, decided, ours) = (new List<RawRow>(), (string?)null, false, false);
        foreach (var row in rows)
        {
            if (row.Sheet != sheet)
            {
                foreach (var one in head) yield return one;
                head.Clear();
                (sheet, decided, ours) = (row.Sheet, false, false);
            }

            if (!decided && row.Number < HeaderRow)
            {
                head.Add(row);
                continue;
            }

            if (!decided)
            {
                (decided, ours) = (true, IsHeader(row));
                if (!ours)
                {
                    foreach (var one in head) yield return one;
                }

                head.Clear();
            }

            if (!ours) yield return row;
        }

        foreach (var one in head) yield return one;
    }
}
