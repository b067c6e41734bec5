using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Junheng.Models;
using Junheng.Pipelines.Publishing.Figures;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Tests.Publishing.Figures;

/// <summary>A number in a figure is that of the row it is drawn from, to the digit it is printed with.</summary>
[Collection(FigureCollection.Name)]
public sealed partial class FigureLabelTests(FigureBench bench)
{
    /// <summary>Figure and mark → the columns whose values its label prints, in that order. `*` is any mark that is not named; what has no entry prints no number of its own.</summary>
    static readonly Dictionary<string, string[]> Printed = new(StringComparer.Ordinal)
    {
        ["change-by-cause text change"] = ["year", "amount"],
        ["change-by-cause text"] = ["amount"],
        ["coefficient-by-year label"] = ["cv"],
        ["coefficient-projection text counted"] = ["last_year", "last_cv"],
        ["coefficient-projection text ahead"] = ["ahead_year", "ahead_cv", "ahead_low", "ahead_high"],
        ["coefficient-projection text target"] = ["target_year"],
        ["coefficient-projection limit"] = ["cv"],
        ["county-against-thresholds label"] = ["value"],
        ["county-against-thresholds asked"] = ["threshold"],
        ["county-against-thresholds count"] = ["failing", "judged", "unknown"],
        ["county-ranking rank"] = ["rank"],
        ["county-ranking year"] = ["target_year"],
        ["county-ranking count"] = ["met", "conditions", "unknown"],
        ["gap-by-county cell"] = ["shown"],
        ["gap-by-county year"] = ["target_year"],
        ["milestone-progress amount"] = ["amount"],
        ["milestone-progress needed_label"] = ["needed", "denominator"],
        ["plan-ledger tick"] = ["year_at"],
        ["plan-ledger outlook"] = ["overdue_years"],
        ["schools-by-area count"] = ["met", "schools", "unknown"],
        ["schools-by-indicator cell"] = ["value"],
    };

    /// <summary>Names may hold digits; what is asked for and a date are looked up in the tests below.</summary>
    static readonly string[] Otherwise = ["name", "name_upper", "name_lower", "head_upper", "head_lower", "unit", "panel", "need", "milestone-progress outlook"];

    static readonly FigureChoice[] Choices = [new(Language.Zh), new(Language.En, "990104")];

    public static TheoryData<string> Ids => ShippedFigures.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public void Label_EveryNumber_IsThatOfItsRow(string id)
    {
        var checkedNumbers = 0;
        foreach (var rows in Choices.Select(choice => Rows(bench.Shipped.RowsOf(id, choice))).SelectMany(all => all))
        {
            if (rows["label"] is not string label || !label.Any(char.IsDigit)) continue;
            var mark = (string)rows["mark"]!;
            if (Otherwise.Contains(mark) || Otherwise.Contains($"{id} {mark}")) continue;
            var columns = Printed.GetValueOrDefault($"{id} {mark} {rows.GetValueOrDefault("tone")}") ?? Printed.GetValueOrDefault($"{id} {mark}");
            Assert.True(columns is not null, $"{id}: nobody says of what '{label}' ({mark}) is the number");

            var values = columns.Select(column => rows[column]).ToList();
            foreach (var printed in NumbersIn(label))
            {
                // In the order of the columns; some are left out where there is nothing to say.
                var at = values.FindIndex(value => value is not null && Same(printed, Convert.ToDecimal(value, CultureInfo.InvariantCulture)));
                Assert.True(at >= 0, FormattableString.Invariant($"{id}: '{label}' prints {printed}, its row has {string.Join(", ", columns.Select(column => RowFormats.Text(rows[column])))}"));
                values = values[(at + 1)..];
                checkedNumbers++;
            }
        }

        Assert.True(checkedNumbers > 3, FormattableString.Invariant($"{id} printed {checkedNumbers} numbers"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Picture_EveryText_IsOneOfItsRows(string id)
    {
        foreach (var choice in Choices)
        {
            var (_, svg) = await bench.Shipped.DrawAsync(id, choice);
            var said = Rows(bench.Shipped.RowsOf(id, choice)).SelectMany(row => row.Values.OfType<string>()).Append("0").ToHashSet(StringComparer.Ordinal);
            var drawn = ChartTexts(svg).ToList();

            Assert.Subset(said, drawn.ToHashSet(StringComparer.Ordinal));
            Assert.Empty(Rows(bench.Shipped.RowsOf(id, choice)).Select(row => row["label"]).OfType<string>().Where(label => label.Length > 0).Except(drawn, StringComparer.Ordinal));
        }
    }

    // What is drawn of a part is what the table says of it, and of the projection its interval.
    [Theory]
    [InlineData("change-by-cause", "part", "resources", "amount", "select stage, indicator, year, round(cv_resources, 5) from trend where round(cv_resources, 5) <> 0 and year > (select min(year) from trend)")]
    [InlineData("change-by-cause", "part", "enrolment", "amount", "select stage, indicator, year, round(cv_enrolment, 5) from trend where round(cv_enrolment, 5) <> 0 and year > (select min(year) from trend)")]
    [InlineData("change-by-cause", "change", "change", "amount", "select stage, indicator, year, round(cv_change, 5) from trend where cv_change is not null and year > (select min(year) from trend)")]
    [InlineData("coefficient-projection", "text", "ahead", "ahead_low", "select stage, indicator, max(year), round(arg_max(cv_low, year), 5) from projection where cv is not null group by county_code, stage, indicator")]
    [InlineData("coefficient-projection", "text", "ahead", "ahead_high", "select stage, indicator, max(year), round(arg_max(cv_high, year), 5) from projection where cv is not null group by county_code, stage, indicator")]
    public void Row_OfOneCounty_IsThatOfItsTable(string id, string mark, string tone, string column, string stored)
    {
        var rows = Rows(bench.Shipped.RowsOf(id, new FigureChoice(Language.Zh, "990104"))).Where(row => (string)row["mark"]! == mark && (string)row["tone"]! == tone && row[column] is not null).ToList();
        var drawn = rows.Select(row => string.Join('|', row["stage"], row["indicator"], row[id == "change-by-cause" ? "year" : "ahead_year"], RowFormats.Text(Math.Round(Convert.ToDouble(row[column], CultureInfo.InvariantCulture), 5))));

        var wanted = bench.Shipped.Stored(stored.Replace("where ", "where county_code = '990104' and stage in ('primary', 'junior') and indicator in (select indicator from county_coefficient) and ", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(wanted.Order(StringComparer.Ordinal), drawn.Distinct().Order(StringComparer.Ordinal));
        Assert.True(wanted.Count > 5);
    }

    [Fact]
    public void Head_Asked_IsTheThresholdOfItsCells()
    {
        var rows = Rows(bench.Shipped.RowsOf("schools-by-indicator", new(Language.Zh))).ToList();
        var heads = rows.Where(row => row["mark"] is "need").ToList();

        Assert.Equal(7, heads.Count);
        Assert.All(heads, head =>
        {
            var asked = rows.Where(row => row["mark"] is "cell" && Equals(row["column_at"], head["column_at"]) && row["threshold"] is not null).Select(row => Convert.ToDecimal(row["threshold"], CultureInfo.InvariantCulture)).Distinct().Order();
            Assert.Equal(asked, NumbersIn((string)head["label"]!).Select(text => decimal.Parse(text, CultureInfo.InvariantCulture)).Order());
        });
    }

    [Fact]
    public void Milestone_Day_IsItsLastDay() =>
        Assert.All(
            Rows(bench.Shipped.RowsOf("milestone-progress", new(Language.En))).Where(row => row["mark"] is "outlook"),
            row => Assert.StartsWith(Convert.ToString(RowFormats.Text(row["due_on"]), CultureInfo.InvariantCulture)!, (string)row["label"]!, StringComparison.Ordinal));

    static bool Same(string printed, decimal value)
    {
        var places = printed.Contains('.', StringComparison.Ordinal) ? printed.Length - printed.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        var half = 0.5m * (decimal)Math.Pow(10, -places);
        return Math.Abs(decimal.Parse(printed, NumberStyles.Float, CultureInfo.InvariantCulture) - value) <= half + 0.000001m;
    }

    static IEnumerable<string> NumbersIn(string label) =>
        Number().Matches(label.Replace(",", "", StringComparison.Ordinal).Replace('−', '-')).Select(match => match.Value);

    static IEnumerable<Dictionary<string, object?>> Rows(RowSet rows) =>
        rows.Rows.Select(row => rows.Columns.Zip(row).ToDictionary(pair => pair.First, pair => pair.Second is DBNull ? null : pair.Second, StringComparer.Ordinal));

    /// <summary>What stands in the chart itself, without the frame and the years and shares along its axes.</summary>
    static IEnumerable<string> ChartTexts(string svg)
    {
        XNamespace space = "http://www.w3.org/2000/svg";
        return XDocument.Parse(svg).Root!.Elements(space + "svg").Descendants(space + "text")
            .Where(text => !text.Ancestors().Any(above => ((string?)above.Attribute("class"))?.Contains("role-axis", StringComparison.Ordinal) == true))
            .Select(text => text.Value);
    }

    [GeneratedRegex(@"(?<![\w.])-?\d+(?:\.\d+)?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();
}
