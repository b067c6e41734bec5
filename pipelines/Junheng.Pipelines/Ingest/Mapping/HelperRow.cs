using System.Globalization;
using Junheng.Pipelines.Ingest.Mapping.Headers;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>Rows right under a header that number its columns: <c>甲 乙 1 2 3</c>, <c>A B C</c>.</summary>
internal static class HelperRow
{
    // Fewer cells might be data.
    const int Fewest = 3;

    static readonly string[] Stems = ["甲", "乙", "丙", "丁", "戊"];

    /// <summary>Every filled cell is the next stem, letter or number, from the first on.</summary>
    public static bool Is(IReadOnlyList<string> cells)
    {
        var filled = cells.Select(HeaderText.Tidy).Where(text => text.Length > 0).ToList();
        if (filled.Count < Fewest) return false;
        var (stems, letters, numbers) = (0, 0, 0);
        foreach (var text in filled)
        {
            if (stems < Stems.Length && text == Stems[stems]) stems++;
            else if (text == Models.Findings.Place.Letters(letters + 1)) letters++;
            else if (text == (numbers + 1).ToString(CultureInfo.InvariantCulture)) numbers++;
            else return false;
        }

        return letters == 0 || numbers == 0;
    }
}
