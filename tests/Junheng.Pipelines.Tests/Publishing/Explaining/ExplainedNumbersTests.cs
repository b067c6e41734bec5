using System.Globalization;
using Junheng.Pipelines.Tests.Judging;

namespace Junheng.Pipelines.Tests.Publishing.Explaining;

[Trait("Kind", "long")]
[Collection(nameof(ExplainedDemoCity))]
public class ExplainedNumbersTests(ExplainedDemoCity demo)
{
    static readonly (string Table, string Grain, string[] Columns, int Cells)[] Asked =
    [
        ("county_coefficient", "year || ' ' || county_code || ' ' || stage || ' ' || indicator",
            ["schools", "registered", "pupils", "total", "mean", "sd", "cv", "cv_unweighted", "gini", "theil"], 70),
        ("school_indicator", "year || ' ' || school_code || ' ' || stage || ' ' || indicator",
            ["value", "value", "numerator", "denominator", "whole_quantity", "weighted_pupils"], 50),
        ("school_verdict", "year || ' ' || school_code || ' ' || stage", ["meets_count", "near_count", "below_count", "unknown_count"], 30),
        ("county_indicator", "year || ' ' || county_code || ' ' || stage || ' ' || indicator || ' ' || part", ["value", "numerator", "denominator"], 30),
        ("school_influence", "year || ' ' || school_code || ' ' || stage || ' ' || indicator", ["variance_share", "cv_change_per_unit"], 20),
    ];

    [Fact]
    public void DemoCity_TwoHundredCells_FollowFromTheCellsNamed() => Assert.Equal(200, Recompute(demo.City, seed: 20170419, share: 1));

    [SharedFact(NorthCarolina.Schools)]
    public void NorthCarolina_Cells_FollowFromTheCellsNamed()
    {
        using var state = ExplainedCity.NorthCarolina();

        Assert.Equal(70, Recompute(state, seed: 20171125, share: 0.5));
    }

    static int Recompute(ExplainedCity city, int seed, double share)
    {
        var random = new Random(seed);
        var files = new OriginalFiles(city.Source);
        var wrong = new List<string>();
        var count = 0;
        foreach (var (table, grain, columns, cells) in Asked)
        {
            // Of a county's indicators those that are a ratio of what was filed; judgements have no number.
            var where = table == "county_indicator" ? "(indicator, part, stage) in (select (indicator, part, stage) from rule_part where level = 'county' and formula = 'ratio') and value is not null" : "true";
            var keys = city.Reader.Query($"select {grain} as key from {table} where {where} order by key", CancellationToken.None).Rows.Select(row => (string)row[0]!).ToList();
            for (var index = 0; index < cells * share && keys.Count > 0; index++)
            {
                var (key, column) = (keys[random.Next(keys.Count)], columns[random.Next(columns.Length)]);
                var explanation = city.Explain($"{table} {key} {column}");
                var stored = city.Stored(explanation, column) is { } value ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : (double?)null;
                var byHand = new ByHand(explanation, files).Of(column);
                if (!Agree(stored, byHand)) wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{table} {key} {column}: stored {stored}, by hand {byHand}"));
                count++;
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        return count;
    }

    static bool Agree(double? stored, double? byHand) =>
        stored is null == byHand is null && (stored is null || Math.Abs(stored.Value - byHand!.Value) <= 1e-9 * Math.Max(1, Math.Abs(stored.Value)));
}
