using System.Globalization;
using Junheng.Pipelines.Publishing.Workbooks;
using Junheng.Pipelines.Texts;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Tabulating;

/// <summary>Turns values of the snapshot into cells: a number stays the number it is, only its look is chosen.</summary>
sealed class CellOfValue(TextBook texts)
{
    // Wrapped cells stand in the middle of their row, beside those that need more lines.
    static readonly CellStyle Box = new() { Bordered = true, Wrapped = true };

    /// <summary>What a person may write into: a blank cell of the same look.</summary>
    public static CellStyle StyleOf(TabulatedColumn column) => column.Look switch
    {
        Look.Code => Box with { Format = NumberFormat.Text },
        Look.Sentence or Look.Words => Box,
        Look.Term or Look.Judged => Box with { Centred = true },
        Look.Year => Box with { Format = NumberFormat.Year },
        Look.Date => Box with { Format = NumberFormat.Date },
        Look.Coefficient => Box with { Format = NumberFormat.Coefficient },
        Look.Money => Box with { Format = NumberFormat.Money },
        _ => Box with { Format = NumberFormat.Fraction },
    };

    public Cell Of(object? value, TabulatedColumn column)
    {
        var style = StyleOf(column);
        return value switch
        {
            null => Cell.Blank(style),
            DateOnly date => DateCell(date, style),
            DateTime moment => DateCell(DateOnly.FromDateTime(moment), style),
            string or bool => Cell.Of(WordsOf(value, column), style),
            double number when !double.IsFinite(number) => Cell.Blank(style),
            _ => new Cell(RowFormats.Text(value), IsNumber: true, column.Look == Look.Number && IsWhole(value) ? style with { Format = NumberFormat.Whole } : style),
        };
    }

    public string WordsOf(object? value, TabulatedColumn column)
    {
        var said = RowFormats.Text(value);
        return column.Terms.Length > 0 && texts.Has($"{column.Terms}.{said}") ? texts[$"{column.Terms}.{said}"] : said;
    }

    // Days since the end of 1899, as spreadsheets count them.
    static Cell DateCell(DateOnly date, CellStyle style) => Cell.Of((decimal)(date.DayNumber - new DateOnly(1899, 12, 30).DayNumber), style);

    static bool IsWhole(object value) => value switch
    {
        double number => Math.Abs(number) < 1e15 && number == Math.Truncate(number),
        decimal number => number == decimal.Truncate(number),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!.All(sign => char.IsAsciiDigit(sign) || sign == '-'),
    };
}
