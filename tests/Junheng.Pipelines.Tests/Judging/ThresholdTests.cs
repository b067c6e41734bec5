using Junheng.Models.Numbers;

namespace Junheng.Pipelines.Tests.Judging;

/// <summary>Oracle 09: every threshold and its 85 %, and the smallest step to either side, in one county.</summary>
public sealed class ThresholdTests(ThresholdTests.Schools schools) : IClassFixture<ThresholdTests.Schools>
{
    public static IEnumerable<object[]> All =>
        from stage in new[] { "primary", "junior" }
        from indicator in AtStandard.Indicators
        select new object[] { stage, indicator };

    [Theory]
    [MemberData(nameof(All))]
    public void Band_OnTheThresholdAndBesideIt_ChangesExactlyThere(string stage, string indicator)
    {
        var (below, on, above) = schools.Around("T", stage, indicator);

        Assert.Equal([("near", "not_met"), ("meets", "met"), ("meets", "met")], [below, on, above]);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Band_OnEightyFivePercentAndBesideIt_ChangesExactlyThere(string stage, string indicator)
    {
        var (below, on, above) = schools.Around("F", stage, indicator);

        Assert.Equal([("below", "not_met"), ("near", "not_met"), ("near", "not_met")], [below, on, above]);
    }

    public sealed class Schools : IDisposable
    {
        readonly Judged judged = new Filing(
            from stage in new[] { "primary", "junior" }
            from indicator in AtStandard.Indicators
            from line in new[] { "T", "F" }
            from side in new[] { -1, 0, 1 }
            let value = line == "T" ? AtStandard.Threshold(stage, indicator) : AtStandard.Floor(stage, indicator)
            let quantity = AtStandard.Quantity(indicator, value) + (side * Step(indicator))
            select AtStandard.School("C", Code(line, stage, indicator, side), stage, [(indicator, quantity)])).Judge();

        internal ((string?, string?) Below, (string?, string?) On, (string?, string?) Above) Around(string line, string stage, string indicator) =>
            (Of(line, stage, indicator, -1), Of(line, stage, indicator, 0), Of(line, stage, indicator, 1));

        public void Dispose() => judged.Dispose();

        (string?, string?) Of(string line, string stage, string indicator, int side)
        {
            var row = judged.School(Code(line, stage, indicator, side), stage, indicator);
            return (row.Band, row.Verdict);
        }

        static string Code(string line, string stage, string indicator, int side) => $"{line}-{stage}-{indicator}-{"below,on,above".Split(',')[side + 1]}";

        // Rooms are whole.
        static Rational Step(string indicator) => indicator == "07" ? 1 : Amount.Least;
    }
}
