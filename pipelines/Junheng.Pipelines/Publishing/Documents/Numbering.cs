using System.Globalization;
using Junheng.Models;

namespace Junheng.Pipelines.Publishing.Documents;

/// <summary>Numbers of headings, tables and figures: 一、（一）1. as official documents have them, 1 and 1.1 in English.</summary>
sealed class Numbering(Language language)
{
    static readonly string[] Chinese = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

    readonly int[] counts = new int[3];
    int tables;
    int figures;

    /// <param name="level">1 for the first below the title.</param>
    public string Heading(int level)
    {
        counts[level - 1]++;
        for (var below = level; below < counts.Length; below++) counts[below] = 0;
        if (language == Language.En) return string.Join('.', counts.Take(level).Select(Digits)) + " ";
        return level switch
        {
            1 => Numeral(counts[0]) + "、",
            2 => "（" + Numeral(counts[1]) + "）",
            _ => Digits(counts[2]) + ".",
        };
    }

    public string Table() => (language == Language.Zh ? "表" : "Table ") + Digits(++tables);

    public string Figure() => (language == Language.Zh ? "图" : "Figure ") + Digits(++figures);

    static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    static string Numeral(int number) => number switch
    {
        <= 10 => Chinese[number],
        < 20 => "十" + Chinese[number - 10],
        _ => Chinese[number / 10] + "十" + (number % 10 == 0 ? "" : Chinese[number % 10]),
    };
}
