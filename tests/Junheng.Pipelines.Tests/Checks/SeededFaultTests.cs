using System.Globalization;
using Junheng.Models.Findings;

namespace Junheng.Pipelines.Tests.Checks;

/// <summary>Two years of the demo city: clean, nothing is said that is not so; with sixty faults of twenty kinds, sixty findings stand at the right cells.</summary>
public sealed class SeededFaultTests(SeededFaultTests.Cities cities) : IClassFixture<SeededFaultTests.Cities>
{
    const string Total = "CONTROL-TOTAL-DIFFERS";

    [Fact]
    public void Findings_SixtyFaultsOfTwentyKinds_StandAtTheirCellsAndNoOtherDoes()
    {
        var found = Serious(cities.Spoiled).Except(Serious(cities.Clean)).Where(finding => finding.Code != Total);

        Assert.Equal((60, 20), (cities.Seeded.Seeded.Count, cities.Seeded.Kinds));
        Assert.Equal(InOrder(cities.Seeded.Seeded), InOrder(found));
    }

    [Fact]
    public void Findings_TheSameFaultsInWorkbooks_StandAtTheSameCells()
    {
        var found = AsText(Serious(cities.SpoiledWorkbooks)).Except(Serious(cities.Clean)).Where(finding => finding.Code != Total);

        Assert.Equal(InOrder(cities.Seeded.Seeded), InOrder(found));
    }

    // A wrong cell makes the total of its column wrong; where a row is set aside or a cell is no number, nothing adds up and nothing is said.
    [Fact]
    public void Findings_TotalsOfSpoiledColumns_AreToldWhereTheyDiffer()
    {
        Assert.NotEmpty(cities.TotalsByHand);
        Assert.Equal(InOrder(cities.TotalsByHand), InOrder(Serious(cities.Spoiled).Where(finding => finding.Code == Total)));
        Assert.DoesNotContain(Serious(cities.Clean), finding => finding.Code == Total);
    }

    [Fact]
    public void Findings_EachSeeded_SaysWhatAndHowToMendInBothLanguages() =>
        Assert.All(cities.Spoiled.Where(finding => finding.Severity == Severity.Error), Ingest.Told.InBothLanguages);

    [Fact]
    public void Findings_CleanCopy_HasNoError() => Assert.False(cities.Clean.HasErrors, Ingest.Told.Codes(cities.Clean.Where(finding => finding.Severity == Severity.Error)));

    [Fact]
    public void Findings_CleanCopyInWorkbooks_SaysWhatTheTextSaysAndNoMore()
    {
        Assert.False(cities.CleanWorkbooks.HasErrors, Ingest.Told.Codes(cities.CleanWorkbooks));
        Assert.Equal(InOrder(Serious(cities.Clean)), InOrder(AsText(Serious(cities.CleanWorkbooks))));
    }

    // The sample tells stories: a class that was not filed, a hall that was built. What is said of them is true, and nothing else is said.
    [Fact]
    public void Findings_CleanCopy_WarnsOnlyOfWhatIsSo()
    {
        var warnings = Serious(cities.Clean).ToList();

        Assert.Equal(
            ["CHECK-BAND-CLASSES-REACH-CLASSES", "CHECK-ENROLLED-WITHIN-DISABLED-CHILDREN"],
            warnings.Select(warning => warning.Code).Where(code => !code.EndsWith("-JUMP", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(cities.JumpsByHand, warnings.Where(warning => warning.Code.EndsWith("-JUMP", StringComparison.Ordinal)).Select(warning => warning.Row).Order());
    }

    static IEnumerable<(string Code, string File, int Row, string Column)> Serious(FindingList findings) => findings
        .Where(finding => finding.Severity != Severity.Note)
        .Select(finding => (finding.Code, finding.Place.File, finding.Place.Row, finding.Place.Column.Split(' ')[0]));

    static IEnumerable<(string Code, string File, int Row, string Column)> AsText(IEnumerable<(string Code, string File, int Row, string Column)> places) =>
        places.Select(place => place with { File = place.File.Replace(".xlsx", ".csv", StringComparison.Ordinal) });

    static IEnumerable<string> InOrder(IEnumerable<(string Code, string File, int Row, string Column)> places) =>
        places.Select(place => string.Create(CultureInfo.InvariantCulture, $"{place.Code} {place.File} {place.Row} {place.Column}")).Order(StringComparer.Ordinal);

    public sealed class Cities : IDisposable
    {
        readonly FiledCity city = new();

        public Cities()
        {
            JumpsByHand = [.. CountJumps()];
            Clean = city.Findings();
            Seeded = new SeededFaults(city);
            TotalsByHand = [.. CountTotals("classes.csv"), .. CountTotals("finance.csv"), .. CountTotals("stages.csv")];
            city.Save();
            Spoiled = city.Findings();
            city.SaveAsWorkbooks();
            SpoiledWorkbooks = city.Findings();
            using var sound = new FiledCity();
            sound.SaveAsWorkbooks();
            CleanWorkbooks = sound.Findings();
        }

        internal SeededFaults Seeded { get; }

        /// <summary>Rows of 2024 whose areas or equipment moved by more than the checks allow, counted without them.</summary>
        internal IReadOnlyList<int> JumpsByHand { get; }

        /// <summary>Totals that are no longer the sum of their column.</summary>
        internal IReadOnlyList<(string Code, string File, int Row, string Column)> TotalsByHand { get; }

        internal FindingList Clean { get; }

        internal FindingList Spoiled { get; }

        internal FindingList SpoiledWorkbooks { get; }

        internal FindingList CleanWorkbooks { get; }

        public void Dispose() => city.Dispose();

        IEnumerable<(string Code, string File, int Row, string Column)> CountTotals(string table)
        {
            var (row, totals) = city.Total(table);
            for (var column = 0; column < totals.Length; column++)
            {
                var cells = city.Rows(table).Select(line => line.Cells[column]).Where(text => text.Length > 0).ToList();
                if (!decimal.TryParse(totals[column], CultureInfo.InvariantCulture, out var total) || !cells.TrueForAll(text => decimal.TryParse(text, CultureInfo.InvariantCulture, out _))) continue;
                if (cells.Sum(text => decimal.Parse(text, CultureInfo.InvariantCulture)) != total) yield return (Total, FiledCity.Spoiled + table, row, Place.Letters(column + 1));
            }
        }

        IEnumerable<int> CountJumps()
        {
            var before = city.Rows("facilities.csv", "2023/").ToDictionary(row => row.Cells[0], row => row.Cells);
            foreach (var (row, cells) in city.Rows("facilities.csv").Where(row => before.ContainsKey(row.Cells[0])).ToList())
            {
                for (var column = 1; column <= 4; column++)
                {
                    if (!decimal.TryParse(before[cells[0]][column], CultureInfo.InvariantCulture, out var was) || !decimal.TryParse(cells[column], CultureInfo.InvariantCulture, out var now)) continue;
                    if (was > 0 && Math.Abs(now / was - 1) > (column == 4 ? 0.5m : 0.3m)) yield return row;
                }
            }
        }
    }
}
