using System.Text.RegularExpressions;
using Junheng.Models.Findings;
using Junheng.Pipelines.Publishing.Workbooks;

namespace Junheng.Pipelines.Publishing.Returning;

/// <summary>A cell as it was filed, in a workbook: what reads as the same number is one again, everything else is the text it was.</summary>
static partial class FiledCell
{
    public static Cell Of(string text, Severity? fault)
    {
        var style = new CellStyle { Fill = FillOf(fault), Bordered = fault is not null };
        if (PlainNumber().IsMatch(text)) return new Cell(text, IsNumber: true, style);
        // Codes with leading zeros must keep them when somebody types one anew.
        return Cell.Of(text, Digits().IsMatch(text) ? style with { Format = NumberFormat.Text } : style);
    }

    public static string? FillOf(Severity? fault) => fault switch
    {
        Severity.Error => "FFC7CE",
        Severity.Warning => "FFEB9C",
        Severity.Note => "DDEBF7",
        _ => null,
    };

    // Short enough that a spreadsheet shows, keeps and gives back just these characters.
    [GeneratedRegex(@"^-?(?:0|[1-9][0-9]{0,9})(?:\.[0-9]{0,4}[1-9])?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PlainNumber();

    [GeneratedRegex("^[0-9.]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Digits();
}
