using System.Text;
using Junheng.Models.Numbers;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>Reads numbers as officials type them. Nothing is guessed: what is not plainly one number is not a number.</summary>
public static class NumberText
{
    /// <summary>Full-width digits and signs count as their plain forms; commas only where they group thousands.</summary>
    public static bool TryRead(string text, out Rational number)
    {
        var plain = Plain(text.Trim());
        if (plain.Contains(',', StringComparison.Ordinal))
        {
            if (!GroupsThousands(plain))
            {
                number = default;
                return false;
            }

            plain = plain.Replace(",", "", StringComparison.Ordinal);
        }

        return Rational.TryParse(plain, out number) && !plain.Contains('/', StringComparison.Ordinal);
    }

    // A table, not Unicode normalisation: under invariant globalisation normalising leaves full-width digits as they are.
    static string Plain(string text)
    {
        if (text.All(char.IsAscii)) return text;
        var plain = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            plain.Append(character switch
            {
                >= '０' and <= '９' => (char)('0' + (character - '０')),
                '．' => '.',
                '，' => ',',
                '－' or '−' => '-',
                '＋' => '+',
                _ => character,
            });
        }

        return plain.ToString();
    }

    static bool GroupsThousands(string text)
    {
        var whole = text.Split('.')[0].TrimStart('-', '+');
        var groups = whole.Split(',');
        return groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(group => group.Length == 3) && text.LastIndexOf(',') < whole.Length + 1;
    }
}
