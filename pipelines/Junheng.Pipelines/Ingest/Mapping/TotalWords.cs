using Junheng.Pipelines.Ingest.Mapping.Headers;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>The words a row of totals begins with.</summary>
internal static class TotalWords
{
    static readonly string[] Words = ["合计", "总计", "小计", "共计", "total", "grandtotal", "subtotal"];

    /// <summary>The word itself, or what is totalled with the word behind it: <c>合计</c>, <c>云桥区小计</c>.</summary>
    public static bool Is(string text) => HeaderText.Tidy(text) is { Length: > 0 } tidy
        && Array.Exists(Words, word => tidy.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (tidy.Length == word.Length || !char.IsAscii(word[0])));

    /// <summary>What is totalled: <c>云桥区</c>; empty when the word stands alone.</summary>
    public static string ScopeOf(string text)
    {
        var tidy = HeaderText.Tidy(text);
        return Array.Find(Words, word => tidy.EndsWith(word, StringComparison.OrdinalIgnoreCase)) is { } found ? tidy[..^found.Length] : tidy;
    }
}
