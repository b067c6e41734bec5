using System.Globalization;
using Junheng.Models.Numbers;
using Junheng.Pipelines.Publishing.Explaining;
using Junheng.Pipelines.Publishing.Explaining.Flips;
using Junheng.Pipelines.Publishing.Explaining.Sources;
using Junheng.Pipelines.Publishing.Explaining.Words;
using Junheng.Pipelines.Tests.Synthesis;

namespace Junheng.Pipelines.Tests.Publishing.Explaining;

[Trait("Kind", "long")]
[Collection(nameof(ExplainedDemoCity))]
public class FlipTests(ExplainedDemoCity demo)
{
    readonly ExplainedCity city = demo.City;

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
        var suggested = Rows(NearCoefficients).Concat(Rows(NearIndicators)).Select(city.Explain).Where(explanation => explanation.Flips.Count > 0).ToList();
        Assert.True(suggested.Count > 40, $"only {suggested.Count.ToString(CultureInfo.InvariantCulture)} near a line");

        // The first of each in one copy of the source, the last in another; of what touches the same county, year and field only one.
        Judge(suggested, flips => flips[0]);
        Judge(suggested, flips => flips[^1]);
    }

    // In exact fractions, for every school: with one unit less of change the verdict stands.
    [Fact]
    public void Suggestions_OneUnitLess_FlipNoSchool()
    {
        foreach (var explanation in Rows(NearCoefficients).Select(city.Explain))
        {
            var limit = explanation.Constants["limit"];
            var schools = explanation.Sources.GroupBy(source => source.School).Select(group => new School([.. group])).ToList();
            var within = CoefficientOfVariation.Squared(schools.Select(school => school.Share(0))) <= limit * limit;
            foreach (var flip in explanation.Flips)
            {
                Rational less = flip.Change + (flip.Change > 0 ? -1 : 1);
                var flipping = schools.Where(school => school.Room + less >= 0).FirstOrDefault(changed =>
                    (CoefficientOfVariation.Squared(schools.Select(school => school.Share(school == changed ? less : 0))) <= limit * limit) != within);
                Assert.True(flipping is null, $"{string.Join(' ', explanation.Question.Key)}: {flip.School} {flip.Change}, but {flipping?.Code} {less}");
            }
        }
    }

    IEnumerable<string> Rows(string sql) => city.Reader.Query(sql, CancellationToken.None).Rows.Select(row => (string)row[0]!);

    static void Judge(List<Explanation> suggested, Func<IReadOnlyList<Flip>, Flip> choose)
    {
        using var folder = new TemporaryFolder();
        Copy(SampleCity.Folder, folder.Inside);
        // What a school and its campus file together stands in two cells, and is changed in neither here.
        var applied = suggested.Select(explanation => (explanation, flips: explanation.Flips.Where(flip => flip.Cell is not null).ToList())).Where(pair => pair.flips.Count > 0)
            .Select(pair => (pair.explanation, flip: choose(pair.flips)))
            .GroupBy(pair => (pair.explanation.Question.Year, County: pair.flip.School[..6], pair.flip.Filed.Field == "pupils" ? pair.flip.School : pair.flip.Filed.Field))
            .Select(group => group.First())
            .DistinctBy(pair => (pair.explanation.Question.Year, pair.flip.School))
            .ToList();
        foreach (var (_, flip) in applied) Write(folder.Inside, flip);

        // A suggestion moves one number: more teachers with a degree than teachers may come of it, and whoever follows it changes both.
        using var changed = ExplainedCity.Unchecked(folder.Inside);
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

    sealed class School(IReadOnlyList<SourceQuantity> sources)
    {
        readonly SourceQuantity pupils = sources.Single(source => source.Role == SourceRole.Pupils);

        public string Code => pupils.School;

        public Rational Room => Numerators.Where(source => source.Sign > 0).Max(source => source.Filed.Amount!.Value);

        IEnumerable<SourceQuantity> Numerators => sources.Where(source => source.Role == SourceRole.Numerator);

        public SchoolShare Share(Rational change)
        {
            var quantity = Sum(Numerators, source => source.Filed.Amount!.Value * source.Sign) + change;
            var weighted = Sum(sources.Where(source => source.Role != SourceRole.Numerator), source => source.Weight * source.Filed.Amount!.Value);
            var heads = pupils.Filed.Amount!.Value;
            return new SchoolShare(heads, pupils.Weight * heads * quantity / weighted);
        }

        static Rational Sum(IEnumerable<SourceQuantity> items, Func<SourceQuantity, Rational> of) => items.Aggregate((Rational)0, (sum, item) => sum + of(item));
    }
}
