using System.Globalization;
using Junheng.Pipelines.Publishing.Explaining;
using Junheng.Pipelines.Publishing.Explaining.Flips;
using Junheng.Pipelines.Publishing.Explaining.Words;
using Junheng.Pipelines.Tests.Synthesis;

namespace Junheng.Pipelines.Tests.Publishing.Explaining;

public class FlipTests
{
    const string NearCoefficients = """
        select 'coefficient ' || year || ' ' || county_code || ' ' || stage || ' ' || indicator as words
        from county_coefficient
        where abs(cv / cast(cv_limit as double) - 1) < 0.05 and verdict in ('met', 'not_met')
        order by words
        """;

    // Of counties that have no coefficient near its limit that year: one change must not meddle with another.
    const string NearIndicators = """
        select 'indicator ' || min(year || ' ' || school_code || ' ' || stage || ' ' || indicator) as words
        from school_indicator
        where abs(value / cast(threshold as double) - 1) < 0.02
            and (year, county_code) not in (select (year, county_code) from county_coefficient where abs(cv / cast(cv_limit as double) - 1) < 0.05)
        group by year, county_code, indicator
        order by words
        """;

    [Fact]
    public void Suggestions_AppliedToTheSource_AreJudgedAsTheySay()
    {
        using var city = ExplainedCity.Demo();
        var suggested = Rows(city, NearCoefficients).Concat(Rows(city, NearIndicators)).Select(city.Explain).Where(explanation => explanation.Flips.Count > 0).ToList();
        Assert.True(suggested.Count > 40, $"only {suggested.Count.ToString(CultureInfo.InvariantCulture)} near a line");

        // The first of each in one copy of the source, the last in another; of what touches the same county, year and field only one.
        Judge(suggested, flips => flips[0]);
        Judge(suggested, flips => flips[^1]);
    }

    static IEnumerable<string> Rows(ExplainedCity city, string sql) => city.Reader.Query(sql, CancellationToken.None).Rows.Select(row => (string)row[0]!);

    static void Judge(List<Explanation> suggested, Func<IReadOnlyList<Flip>, Flip> choose)
    {
        using var folder = new TemporaryFolder();
        Copy(SampleCity.Folder, folder.Inside);
        var applied = suggested.Select(explanation => (explanation, flip: choose(explanation.Flips)))
            .GroupBy(pair => (pair.explanation.Question.Year, County: pair.flip.School[..6], pair.flip.Filed.Field == "pupils" ? pair.flip.School : pair.flip.Filed.Field))
            .Select(group => group.First())
            .DistinctBy(pair => (pair.explanation.Question.Year, pair.flip.School))
            .ToList();
        foreach (var (_, flip) in applied) Write(folder.Inside, flip);

        using var changed = ExplainedCity.Of(folder.Inside);
        var wrong = applied.Where(pair => After(changed, pair.explanation, pair.flip) != pair.flip.After)
            .Select(pair => $"{string.Join(' ', pair.explanation.Question.Key)}: {pair.flip.School} {pair.flip.Filed.Field} {pair.flip.Change} for {pair.flip.After}")
            .ToList();
        Assert.True(applied.Count > 20);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    static string After(ExplainedCity changed, Explanation explanation, Flip flip) => (string)changed.Stored(explanation, flip.Line == "floor" ? "band" : "verdict")!;

    static void Write(string source, Flip flip)
    {
        var path = Path.Combine(source, flip.Cell!.File);
        var lines = File.ReadAllLines(path);
        var cells = lines[flip.Cell.Row - 1].Split(',');
        cells[flip.Cell.Column[0] - 'A'] = new Number(flip.CellAfter!.Value, 18).Text;
        lines[flip.Cell.Row - 1] = string.Join(',', cells);
        File.WriteAllLines(path, lines);
    }

    static void Copy(string from, string to)
    {
        foreach (var path in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }
    }
}
