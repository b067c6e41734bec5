using Junheng.Models.Findings;
using Junheng.Pipelines.Publishing.Workbooks;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Publishing.Returning;

/// <summary>The notes on the faulty cells of one workbook: what each says, and no more of them than a spreadsheet opens quickly.</summary>
sealed class NoteWords(TextBook texts)
{
    public const int Most = 5_000;

    int written;

    /// <summary>The note of a cell; none once there are enough.</summary>
    public CellComment? Of(int column, int row, CellMark mark) =>
        mark.Findings.Count == 0 || ++written > Most ? null : new CellComment(column, row, string.Join("\n\n", mark.Findings.Select(Words)));

    string Words(Finding finding) => texts["returned.comment",
        ("severity", texts["finding." + finding.Severity.ToString().ToLowerInvariant()]),
        ("code", finding.Code),
        ("what", finding.What(texts)),
        ("fix", finding.Fix(texts))];
}
