using Junheng.Pipelines.Publishing.Inspecting;
using Junheng.Pipelines.Publishing.Plans;
using Junheng.Pipelines.Tests.Judging;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Tests.Publishing.Inspecting;

/// <summary>Of a register of three counties with kinds of schools in uneven numbers: what holds of the samples for every seed.</summary>
public sealed class SampleStrataTests(SampleStrataTests.Register register) : IClassFixture<SampleStrataTests.Register>
{
    const int Years = 5;
    static readonly ulong[] Seeds = [1, 2, 7, 42, 1999, 20261126];

    // A fifth of every county and kind, to within one school; of all together as near as whole schools allow.
    [Fact]
    public void Inspection_TakesAFifthOfEveryStratum_WhateverTheSeedAndYear() => Assert.All(Seeds, seed =>
    {
        for (var year = 2020; year < 2020 + Years; year++)
        {
            var drawn = register.Inspected(year, seed);
            Assert.Equal(Math.Round(register.Strata.Count / 5.0, MidpointRounding.AwayFromZero), drawn.Count, 1.0);
            foreach (var stratum in register.Strata.GroupBy(school => school.Value))
                Assert.InRange(drawn.Count(code => register.Strata[code] == stratum.Key), stratum.Count() / 5, (stratum.Count() + 4) / 5);
        }
    });

    [Fact]
    public void Inspection_ByRotation_ReachesEverySchoolOnce_WhateverTheSeed() => Assert.All(Seeds, seed =>
        Assert.Equal(register.Strata.Keys.Order(StringComparer.Ordinal), Enumerable.Range(2020, Years).SelectMany(year => register.Inspected(year, seed)).Order(StringComparer.Ordinal)));

    // As many as asked for, each kind its share to within one, the same again for the same seed and others for another.
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(9)]
    [InlineData(17)]
    public void Review_TakesOfEveryKindItsShare_AndFollowsTheSeedAlone(int count)
    {
        foreach (var county in new[] { "A", "B", "C" })
        {
            var all = register.Strata.Where(school => school.Key[0] == county[0]).ToList();
            Assert.All(Seeds, seed =>
            {
                var drawn = register.Reviewed(county, count, seed);
                Assert.Equal(count, drawn.Distinct().Count());
                Assert.Equal(drawn, register.Reviewed(county, count, seed));
                foreach (var kind in all.GroupBy(school => school.Value))
                {
                    var share = (double)count * kind.Count() / all.Count;
                    Assert.InRange(drawn.Count(code => register.Strata[code] == kind.Key), Math.Floor(share), Math.Ceiling(share));
                }
            });
        }

        Assert.True(Seeds.Select(seed => string.Join(',', register.Reviewed("A", count, seed))).Distinct().Count() > 1);
    }

    public sealed class Register : IDisposable
    {
        static readonly string[] Types = ["nine_year_school", "junior_school", "primary_school", "teaching_point"];
        static readonly int[][] Numbers = [[3, 7, 24, 11], [1, 4, 13, 0], [0, 9, 17, 6]];

        readonly Judged judged = new Filing(Schools()) { Unchecked = true }.Judge();

        internal IReadOnlyDictionary<string, string> Strata { get; } = Schools().ToDictionary(school => school.Code, school => school.County + school.Type, StringComparer.Ordinal);

        internal List<string> Inspected(int year, ulong seed)
        {
            var schools = InspectionSample.Of(judged.Reader, year, seed, Years, rotated: true, chinese: true, CancellationToken.None);
            return [.. Enumerable.Range(0, schools.Rows.Count).Where(row => schools[row, "drawn"] is true).Select(row => (string)schools[row, "school_code"]!)];
        }

        internal List<string> Reviewed(string county, int count, ulong seed)
        {
            var schools = ReviewSample.Of(judged.Reader, 2020, county, count, seed, chinese: true, CancellationToken.None);
            return [.. Enumerable.Range(0, schools.Rows.Count).Select(row => (string)schools[row, "school_code"]!)];
        }

        public void Dispose() => judged.Dispose();

        static IEnumerable<FiledSchool> Schools() => Numbers.SelectMany((kinds, county) => kinds.SelectMany((number, kind) => Enumerable.Range(10, number).Select(nth =>
            new FiledSchool("ABC"[county].ToString(), FormattableString.Invariant($"{"ABC"[county]}{kind}{nth}"), Types[kind], 2020).Stage(Types[kind] == "junior_school" ? "junior" : "primary", 100))));
    }
}
