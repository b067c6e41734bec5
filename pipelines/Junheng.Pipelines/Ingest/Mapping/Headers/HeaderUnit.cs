namespace Junheng.Pipelines.Ingest.Mapping.Headers;

/// <summary>Units as headers write them.</summary>
internal static class HeaderUnit
{
    // Counting words: they say what is counted and change no number.
    static readonly string[] Counts = ["人", "间", "个", "所", "册", "台", "班", "座", "处", "套", "份", "名"];

    public static bool IsKnown(string text) => Counts.Contains(text, StringComparer.Ordinal) || FiledUnit.Find(text) is not null;

    /// <summary>Whether a header's unit contradicts the unit a map reads the column in.</summary>
    public static bool Differs(string header, FiledUnit unit, string fieldUnit)
    {
        if (FiledUnit.Find(header) is not { } said) return false;
        // Of 元/生 the header may say 元 alone.
        var (ours, factor) = unit == FiledUnit.AsIs ? (fieldUnit.Split('/')[0], 1) : (unit.Ours, unit.Factor);
        return said.Ours != ours || said.Factor != factor;
    }
}
