using Junheng.Pipelines.Publishing.Plans;
using Junheng.Pipelines.Tests.Judging;
using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Tests.Planning.Outlook;

/// <summary>Two counties of 37 and 18 schools are inspected over a cycle of five years; one school opens in its third year.</summary>
public sealed class InspectionSampleTests(InspectionSampleTests.Worked worked) : IClassFixture<InspectionSampleTests.Worked>
{
    const int Years = 5;

    [Fact]
    public void Rotation_InspectsEverySchoolOnceInACycle()
    {
        var drawn = Enumerable.Range(2020, Years).SelectMany(year => worked.Drawn(year)).ToList();

        Assert.Equal(Worked.Codes.Order(StringComparer.Ordinal), drawn.Where(code => code != "A99").Order(StringComparer.Ordinal));
    }

    // 55 schools, a fifth of them is 11; of each county's 37 and 18, in any year, the share to within one.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void EveryYear_TakesAFifthOfEachCounty(bool rotated)
    {
        for (var year = 2020; year < 2022; year++)
        {
            var drawn = worked.Drawn(year, rotated: rotated);

            Assert.Equal(11, drawn.Count);
            Assert.InRange(drawn.Count(code => code[0] == 'A'), 7, 8);
            Assert.InRange(drawn.Count(code => code[0] == 'B'), 3, 4);
        }
    }

    [Fact]
    public void Seed_DecidesAlone()
    {
        Assert.Equal(worked.Drawn(2021), worked.Drawn(2021));
        Assert.NotEqual(worked.Drawn(2021), worked.Drawn(2021, seed: 2));
    }

    [Theory]
    [InlineData("0.20", 5)]
    [InlineData("0.3", 3)]
    [InlineData("1", 1)]
    public void Cycle_IsNeverSoLongThatAYearTakesLessThanTheShare(string share, int years) =>
        Assert.Equal(years, InspectionSample.YearsOf(decimal.Parse(share, System.Globalization.CultureInfo.InvariantCulture)));

    public sealed class Worked : IDisposable
    {
        internal static IReadOnlyList<string> Codes { get; } =
            [.. Enumerable.Range(10, 37).Select(number => FormattableString.Invariant($"A{number}")), .. Enumerable.Range(10, 18).Select(number => FormattableString.Invariant($"B{number}"))];

        readonly Judged judged = new Filing(Schools()) { RulePack = "packs/plain.yaml", Unchecked = true }.Judge();
        readonly SnapshotReader reader;

        public Worked() => reader = SnapshotReader.Open(judged.Snapshot, new EngineOptions(1, "1GB", Path.Combine(judged.Source, "..", "sample")));

        internal List<string> Drawn(int year, ulong seed = 1, bool rotated = true)
        {
            var schools = InspectionSample.Of(reader, year, seed, Years, rotated, chinese: true, CancellationToken.None);
            return [.. Enumerable.Range(0, schools.Rows.Count).Where(row => schools[row, "drawn"] is true).Select(row => (string)schools[row, "school_code"]!)];
        }

        public void Dispose()
        {
            reader.Dispose();
            judged.Dispose();
        }

        static IEnumerable<FiledSchool> Schools() => Enumerable.Range(2020, Years).SelectMany(year => Codes.Concat(year >= 2022 ? ["A99"] : []).Select(code =>
            new FiledSchool(code[..1], code, "primary_school", year).Stage("primary", 100)));
    }
}
