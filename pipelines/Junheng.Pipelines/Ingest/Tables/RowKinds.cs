using Junheng.Pipelines.Ingest.Readers;

namespace Junheng.Pipelines.Ingest.Tables;

/// <summary>What a row below a header is, told by its words.</summary>
internal static class RowKinds
{
    static readonly string[] Totals = ["合计", "总计", "小计", "计", "全国", "全省", "全市", "全县", "全区", "total", "totals", "grandtotal"];

    static readonly string[] Notes = ["注", "备注", "说明", "填表说明", "填报说明", "资料来源", "单位负责人", "填表人", "审核人", "制表人", "note", "notes", "source"];

    public static bool IsTotal(RawRow row) =>
        FirstWord(row) is { } word && (Totals.Contains(word, StringComparer.OrdinalIgnoreCase) || word.EndsWith("合计", StringComparison.Ordinal));

    /// <summary>One text alone that begins like a remark: 注：…, 填表人：…</summary>
    public static bool IsNote(RawRow row) =>
        FirstWord(row) is { } word && Array.Exists(Notes, note => word.StartsWith(note, StringComparison.OrdinalIgnoreCase)
            && (word.Length == note.Length || word[note.Length] is '：' or ':' or '1' or '.' or '、' or '（' or '('));

    static string? FirstWord(RawRow row) =>
        row.Cells.FirstOrDefault(cell => !string.IsNullOrWhiteSpace(cell)) is { } first ? string.Concat(first.Where(character => !char.IsWhiteSpace(character))) : null;
}
