using System.Globalization;
using Junheng.Models.Findings;
using Junheng.Models.Numbers;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>
/// Holds the totals that stand in a table against the rows they total. What a total covers is not written anywhere: it is right if it is the sum of any block it may mean, and told where it is none of them.
/// Where a row is set aside or a cell is faulty, that has been told and nothing adds up.
/// </summary>
internal sealed class ControlTotals(IReadOnlyList<MappedRow> rows, IReadOnlyList<SetAside> aside, Register register, FindingList findings)
{
    const int MostDecimals = 4;

    // Half a unit of the last digit, a row: printed totals are rounded (0.01 in the national tables).
    static readonly Rational Rounding = Rational.Parse("0.005");

    public void Check(IReadOnlyList<ControlTotal> totals)
    {
        foreach (var table in totals.GroupBy(total => (total.File, total.Sheet, total.Dataset)))
        {
            if (aside.Any(row => (row.File, row.Sheet, row.Dataset) == table.Key)) continue;
            var parts = rows.SelectMany(row => row.Parts.Select(part => (Whole: row, part.Row))).Where(pair => (pair.Row.File, pair.Row.Sheet, pair.Row.Dataset.Name) == table.Key).OrderBy(pair => pair.Row.Number).ToList();
            foreach (var column in table.GroupBy(total => total.Field.Name))
            {
                if (parts.Exists(pair => pair.Whole.Faulty.Contains(column.Key) || pair.Row.Faulty.Contains(column.Key) || pair.Whole.Disputed.Contains(column.Key))) continue;
                var filed = parts.SelectMany(pair => pair.Row.Quantities.Where(quantity => quantity.Field.Name == column.Key && quantity.Cells.File == table.Key.File && quantity.Cells.Sheet == table.Key.Sheet && quantity.Cells.Row == pair.Row.Number)
                    .Select(quantity => (pair.Row, quantity.Amount))).ToList();
                Check(column.OrderBy(total => total.Row).ToList(), filed);
            }
        }
    }

    void Check(IReadOnlyList<ControlTotal> column, List<(MappedRow Row, Rational Amount)> filed)
    {
        for (var index = 0; index < column.Count; index++)
        {
            var total = column[index];
            var (above, below) = (index > 0 ? column[index - 1].Row : 0, index + 1 < column.Count ? column[index + 1].Row : int.MaxValue);
            var here = filed.Where(one => total.Stage is null || one.Row.Word("stage") == total.Stage).ToList();
            var blocks = new List<List<(MappedRow Row, Rational Amount)>>
            {
                here.FindAll(one => one.Row.Number < total.Row && one.Row.Number > above),
                here.FindAll(one => one.Row.Number > total.Row && one.Row.Number < below),
                here.FindAll(one => IsOf(total, one.Row)),
            };
            if (total.Scope.Length == 0) blocks.AddRange([here, here.FindAll(one => one.Row.Number < total.Row)]);
            var sums = blocks.Where(block => block.Count > 0).Select(block => (Sum: block.Aggregate((Rational)0, (sum, one) => sum + one.Amount), block.Count)).ToList();
            if (sums.Count == 0 || sums.Exists(sum => IsSame(total, sum.Sum, sum.Count))) continue;
            var (nearest, count) = sums.MinBy(sum => Distance(sum.Sum, total.Amount));
            var letter = total.Columns.Split(';')[0];
            findings.Add(Finding.Warning(
                "CONTROL-TOTAL-DIFFERS", new Place(total.File, total.Sheet, total.Row, letter), Text(total.Amount),
                ("label", total.Label), ("field", total.Field.Name), ("sum", Text(nearest)), ("rows", count.ToString(CultureInfo.InvariantCulture)), ("unit", total.Field.Unit)));
        }
    }

    bool IsOf(ControlTotal total, MappedRow row)
    {
        var unit = row.Word("school_code") is { } school && register.Find(row.Year, school) is { } known ? known : row;
        var county = unit.Word("county_code");
        return (total.County is not null && total.County == county) || (total.Scope.Length > 0 && (total.Scope == unit.Word("county_name") || total.Scope == county));
    }

    static bool IsSame(ControlTotal total, Rational sum, int count) =>
        total.Field.Whole ? total.Amount == sum : Distance(total.Amount, sum) <= Rounding * (count + 1) * total.Factor;

    static Rational Distance(Rational one, Rational other) => one > other ? one - other : other - one;

    static string Text(Rational amount) => amount.ToTruncatedDecimal(MostDecimals) is var text && text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
}
