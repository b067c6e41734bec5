using System.Globalization;
using System.Text.RegularExpressions;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>Reads a year, or a school year by the year it begins in: <c>2020/2021学年初</c> is 2020.</summary>
internal static partial class YearText
{
    public static int? Read(string text)
    {
        if (NumberText.TryRead(text, out var number) && number.Denominator.IsOne && number >= 1900 && number <= 2999) return (int)number.Numerator;
        var label = Label().Match(string.Concat(Headers.HeaderText.Tidy(text)));
        if (!label.Success) return null;
        var year = int.Parse(label.Groups["first"].ValueSpan, CultureInfo.InvariantCulture);
        // What is no school year, such as 2019-2024, is no year.
        return label.Groups["next"].Success && int.Parse(label.Groups["next"].ValueSpan, CultureInfo.InvariantCulture) != year + 1 ? null : year;
    }

    [GeneratedRegex("^(?<first>[12][0-9]{3})年?([/—–~-]+(?<next>[12][0-9]{3}))?(年|学年|学年度|学年初|学年度初)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Label();
}
