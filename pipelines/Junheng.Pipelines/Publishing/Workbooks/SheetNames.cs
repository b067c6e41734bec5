using System.Globalization;

namespace Junheng.Pipelines.Publishing.Workbooks;

/// <summary>Names that a spreadsheet accepts for its sheets.</summary>
public static class SheetNames
{
    const int MostCharacters = 31;
    static readonly char[] Forbidden = ['[', ']', ':', '*', '?', '/', '\\'];

    /// <summary>The name without what is forbidden, cut to length, and unlike those already there.</summary>
    public static string Fit(string name, IEnumerable<string> taken)
    {
        var plain = string.Concat(name.Where(character => !Forbidden.Contains(character) && !char.IsControl(character))).Trim('\'', ' ');
        plain = plain.Length == 0 ? "Sheet" : plain[..Math.Min(plain.Length, MostCharacters)];
        var others = taken.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var (fit, number) = (plain, 1);
        while (others.Contains(fit))
        {
            var ending = string.Create(CultureInfo.InvariantCulture, $" ({++number})");
            fit = plain[..Math.Min(plain.Length, MostCharacters - ending.Length)] + ending;
        }

        return fit;
    }

    /// <summary>As a reference names it.</summary>
    public static string Quoted(string name) => $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";
}
