using Junheng.Models;
using Junheng.Models.Applications;
using Junheng.Models.Findings;
using Junheng.Models.Numbers;
using Junheng.Pipelines.Ingest.Mapping;
using Junheng.Pipelines.Ingest.Mapping.Headers;

namespace Junheng.Pipelines.Ingest.Applications;

/// <summary>Reads what stands in one blank. What is not plainly a number or one of the words is a finding, never a guess.</summary>
internal sealed class DeclaredText(ApplicationForm form, string file, FindingList findings)
{
    // Marks people leave where they have nothing to say.
    static readonly string[] Nothing = ["", "-", "--", "—", "——", "/", "无", "…", "……"];

    static readonly string[] Levels = ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ"];

    static readonly string[] Letters = ["I", "II", "III", "IV"];

    public Declared Read(string table, AskedFigure asked, string item, string sheet, int row, int column, string text)
    {
        var plain = text.Trim().Trim('_', '＿').Trim();
        if (Nothing.Contains(plain, StringComparer.Ordinal)) plain = "";
        var declared = new Declared(table, asked, item, file, sheet, row, column, plain, null, null);
        if (plain.Length == 0) return declared;
        declared = asked.IsWord ? declared with { Word = WordOf(asked, HeaderText.Tidy(plain)) } : declared with { Number = NumberOf(asked, plain) };
        if (!declared.IsMalformed) return declared;
        findings.Add(asked.IsWord
            ? Finding.Warning("FORM-NOT-A-WORD", declared.At, plain, ("known", string.Join("、", WordsOf(asked))))
            : Finding.Warning("FORM-NOT-A-NUMBER", declared.At, plain));
        return declared;
    }

    string? WordOf(AskedFigure asked, string text)
    {
        if (asked.Words.Count > 0) return asked.Words.FirstOrDefault(word => word.Value.Contains(text, StringComparer.Ordinal)).Key;
        return form.Met.Contains(text, StringComparer.OrdinalIgnoreCase) ? Verdict.Met.Word()
            : form.NotMet.Contains(text, StringComparer.OrdinalIgnoreCase) ? Verdict.NotMet.Word()
            : null;
    }

    IEnumerable<string> WordsOf(AskedFigure asked) => asked.Words.Count > 0 ? asked.Words.Values.SelectMany(words => words) : form.Met.Concat(form.NotMet);

    static Rational? NumberOf(AskedFigure asked, string text)
    {
        // The sign says what the blank says anyway.
        if (asked.Unit == FiledUnit.Percent) text = text.TrimEnd('%', '％').TrimEnd();
        if (asked.Unit == "级" && Array.IndexOf(Levels, text) is >= 0 and var sign) return sign + 1;
        if (asked.Unit == "级" && Array.IndexOf(Letters, text.ToUpperInvariant()) is >= 0 and var letters) return letters + 1;
        return NumberText.TryRead(text, out var number) ? number : null;
    }
}
