using System.Globalization;
using Junheng.Models.Findings;

namespace Junheng.Pipelines.Ingest.Mapping.Headers;

/// <summary>The row under a header that numbers its columns: <c>A B C</c>, <c>甲 乙 1 2 3</c>, <c>L1 L2 L3</c>.</summary>
internal static class ColumnNumbers
{
    // Fewer cells might be data.
    const int Fewest = 3;
    const string Stems = "甲乙丙丁戊己庚辛壬癸";

    /// <summary>Every filled cell is the next letter, stem or number.</summary>
    public static bool Are(IReadOnlyList<string> cells)
    {
        var filled = cells.Select(HeaderText.Tidy).Where(cell => cell.Length > 0).ToList();
        if (filled.Count < Fewest) return false;
        var (stems, letters, numbers, lines) = (0, 0, 0, 0);
        foreach (var text in filled)
        {
            if (stems < Stems.Length && text == Stems[stems].ToString()) stems++;
            else if (text == Place.Letters(letters + 1)) letters++;
            else if (text == (numbers + 1).ToString(CultureInfo.InvariantCulture)) numbers++;
            else if (text == string.Create(CultureInfo.InvariantCulture, $"L{lines + 1}")) lines++;
            else return false;
        }

        return Math.Max(Math.Max(letters, numbers), lines) + stems == filled.Count;
    }
}
