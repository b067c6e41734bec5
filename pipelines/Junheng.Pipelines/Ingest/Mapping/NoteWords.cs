using Junheng.Pipelines.Ingest.Mapping.Headers;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>The words a line of remarks under a table begins with.</summary>
internal static class NoteWords
{
    static readonly string[] Words = ["注", "备注", "说明", "填表说明", "填报说明", "编制说明", "资料来源", "单位负责人", "统计负责人", "填表人", "审核人", "制表人", "制表", "note", "notes", "source"];

    /// <summary>The word, and then nothing, a colon, a digit or a bracket: a school called 注水小学 is no note.</summary>
    public static bool Begin(string text)
    {
        var tidy = HeaderText.Tidy(text);
        return Array.Exists(Words, word => tidy.StartsWith(word, StringComparison.OrdinalIgnoreCase)
            && (tidy.Length == word.Length || tidy[word.Length] is ':' or '(' or '.' or '、' || char.IsAsciiDigit(tidy[word.Length])));
    }
}
