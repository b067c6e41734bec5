using Junheng.Pipelines.Ingest.Mapping;
using Junheng.Pipelines.Ingest.Mapping.Headers;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Ingest.Drift;

/// <summary>A column's header taken apart: its words, and the unit in brackets at its end where one of ours stands there.</summary>
public sealed record FiledHeader(string Words, string Unit)
{
    static readonly (char Open, char Close)[] Brackets = [('(', ')'), ('（', '）'), ('[', ']'), ('【', '】')];

    public static FiledHeader Of(string header)
    {
        var text = HeaderText.Tidy(header);
        foreach (var (open, close) in Brackets)
        {
            var start = text.LastIndexOf(open);
            if (start <= 0 || !text.EndsWith(close)) continue;
            var inside = text[(start + 1)..^1].Replace("单位：", "", StringComparison.Ordinal).Replace("单位:", "", StringComparison.Ordinal);
            if (FiledUnit.All.Any(unit => unit.Name == inside)) return new FiledHeader(text[..start], inside);
        }

        return new FiledHeader(text, "");
    }

    /// <summary>How alike the words are, in percent.</summary>
    public int Likeness(FiledHeader other) => Nearest.Likeness(Words, other.Words);
}
