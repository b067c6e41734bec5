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
        var read = unit == FiledUnit.AsIs ? FiledUnit.Find(fieldUnit) : unit;
        // A unit of another kind, or of the same kind and another size.
        return read is null ? said.Ours != fieldUnit : said.Ours != read.Ours || said.Factor != read.Factor;
    }
}
