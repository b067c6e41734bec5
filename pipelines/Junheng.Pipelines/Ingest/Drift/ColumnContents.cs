using Junheng.Models.Numbers;
using Junheng.Pipelines.Ingest.Mapping;

namespace Junheng.Pipelines.Ingest.Drift;

/// <summary>What stands in a column: its words with how often, and its numbers in order. Blank cells say nothing.</summary>
public sealed class ColumnContents
{
    readonly Dictionary<string, int> words;
    readonly int filled;
    readonly List<Rational> numbers;

    public ColumnContents(IEnumerable<string> cells)
    {
        var texts = cells.Select(cell => cell.Trim()).Where(cell => cell.Length > 0).ToList();
        filled = texts.Count;
        words = texts.CountBy(text => text, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        numbers = texts.Select(text => NumberText.TryRead(text, out var number) ? number : (Rational?)null).OfType<Rational>().Order().ToList();
    }

    /// <summary>Nearly all cells are numbers; a dash or two among them is somebody's sign for «none».</summary>
    public bool IsNumeric => numbers.Count > 0 && numbers.Count * 10 >= filled * 9;

    public Rational? Median => IsNumeric ? numbers[numbers.Count / 2] : null;

    /// <summary>How alike two columns are, in percent: the share of cells with the same text, or how closely the numbers are spread; null when one is empty.</summary>
    public int? Likeness(ColumnContents other)
    {
        if (filled == 0 || other.filled == 0) return null;
        var spread = IsNumeric && other.IsNumeric ? 100 - Gap(other, 1) : 0;
        return Math.Max(SharedText(other), spread);
    }

    /// <summary>How closely the numbers would be spread if ours were <paramref name="factor"/> times as large, in percent.</summary>
    public int LikenessTimes(Rational factor, ColumnContents other) => 100 - Gap(other, factor);

    // The least share of each text, added up.
    int SharedText(ColumnContents other)
    {
        var shared = words.Sum(word => Math.Min((long)word.Value * other.filled, (long)other.words.GetValueOrDefault(word.Key) * filled));
        return (int)(100 * shared / ((long)filled * other.filled));
    }

    // The widest gap between the shares of numbers up to any value (Kolmogorov–Smirnov), in percent.
    int Gap(ColumnContents other, Rational factor)
    {
        long widest = 0;
        var (here, there) = (0, 0);
        while (here < numbers.Count && there < other.numbers.Count)
        {
            var (mine, theirs) = (numbers[here] * factor, other.numbers[there]);
            var value = mine < theirs ? mine : theirs;
            while (here < numbers.Count && numbers[here] * factor <= value) here++;
            while (there < other.numbers.Count && other.numbers[there] <= value) there++;
            widest = Math.Max(widest, Math.Abs(((long)here * other.numbers.Count) - ((long)there * numbers.Count)));
        }

        return (int)(100 * widest / ((long)numbers.Count * other.numbers.Count));
    }
}
