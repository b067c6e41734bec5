using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Junheng.Pipelines.Tests.Judging.Indicators;

/// <summary>What must hold of exceptions in any county, on 60 drawn at random about every condition; each is filed whole and with one of the conditions' facts blank.</summary>
public sealed class ExceptionPropertyTests(ExceptionPropertyTests.Judged judged) : IClassFixture<ExceptionPropertyTests.Judged>
{
    const int Count = 60;
    const int Valid = 2022;

    [Theory]
    [InlineData("school_indicator", "year, school_code, stage, indicator, part, numerator, denominator, value", "true")]
    [InlineData("school_indicator", "year, school_code, stage, indicator, part, band, verdict, shortfall", "exception = ''")]
    [InlineData("county_coefficient", "year, county_code, stage, indicator, schools, pupils, total, cv, gini, theil, verdict", "true")]
    [InlineData("county_indicator", "year, county_code, stage, indicator, part, value, verdict, reason_code", "exception = ''")]
    [InlineData("school_scope", "year, school_code, stage, indicator, in_scope", "true")]
    public void Exceptions_ChangeOnlyWhatTheyTouch(string table, string columns, string where)
    {
        var sql = $"select {columns} from {table} where {where} order by all";

        var (off, on) = (Lines(judged.Off, sql), Lines(judged.On, sql));

        Assert.NotEmpty(off);
        Assert.Equal(off, on);
    }

    [Theory, InlineData("school_indicator"), InlineData("school_verdict"), InlineData("county_indicator")]
    public void Verdict_WithExceptions_IsNeverWorse(string table) => Assert.Empty(Lines(judged.On,
        $"select 1 from {table} where (verdict_without_exceptions = 'met' and verdict_with_exceptions <> 'met') or (verdict_without_exceptions = 'unknown' and verdict_with_exceptions = 'not_met')"));

    [Fact]
    public void Fact_LeftBlank_GrantsNothing()
    {
        var (whole, blank) = (Granted("w"), Granted("b"));

        Assert.Empty(blank.Except(whole));
        Assert.NotEmpty(whole.Except(blank));
    }

    // Otherwise the rest would hold of nothing.
    [Fact]
    public void Exceptions_AllSixHold_AndChangeVerdicts()
    {
        Assert.Equal(["6"], Lines(judged.On, "select count(distinct exception) from school_exception"));
        Assert.NotEmpty(Lines(judged.On, "select 1 from school_indicator where verdict_with_exceptions <> verdict_without_exceptions"));
        Assert.NotEmpty(Lines(judged.On, "select 1 from county_indicator where indicator = '11' and verdict_with_exceptions <> verdict_without_exceptions"));
    }

    List<string> Granted(string kind) => Lines(judged.On, $"select concat_ws(' ', substr(school_code, 2), exception) from school_exception where school_code like '{kind}%' order by 1");

    static List<string> Lines(FiledCounties counties, string sql) => counties.Query(sql).Rows
        .Select(row => string.Join('|', row.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)))).ToList();

    /// <summary>About every condition, on both sides of it.</summary>
    sealed record Drawn(string Area, int Pupils, int Built, int Largest, int Migrants, string Inner, int Ground, int Converted, int Room, int Visiting, int Blank)
    {
        static readonly string[] Facts = ["year_built", "largest_class", "migrant_pupils", "inner_city", "pupils"];

        public static IReadOnlyList<Drawn> Sample() => FsCheck.FSharp.Gen.Sample(new Rnd(20_190_901), 20, Count, Any);

        static Gen<Drawn> Any =>
            from area in Gen.Elements("urban", "town", "rural")
            from pupils in Gen.Elements(49, 50, 80, 99, 100, 450, 2001, 2400, 2401)
            from built in Gen.Choose(2008, 2018)
            from largest in Gen.Choose(27, 32)
            from migrants in Gen.Choose(40, 60)
            from inner in Gen.Elements("yes", "no")
            from ground in Gen.Choose(40, 90)
            from converted in Gen.Choose(0, 400)
            from room in Gen.Choose(50, 100)
            from visiting in Gen.Choose(0, 2)
            from blank in Gen.Choose(0, 4)
            select new Drawn(area, pupils, built, largest, migrants, inner, ground, converted, room, visiting, blank);

        public CountyFiling File(string code, bool whole)
        {
            var county = new CountyFiling(code).Set("school", CountyFiling.Judged, "P", "area", Area).Set("school", CountyFiling.Judged, "P", "year_built", Text(Built))
                .Set("school", CountyFiling.Judged, "P", "inner_city", Inner).Set("room", CountyFiling.Judged, "P", "room_area", Text(Room))
                .Stage("P", "pupils", Text(Pupils)).Stage("P", "largest_class", Text(Largest)).Stage("P", "migrant_pupils", Text(Pupils * Migrants / 100))
                .Stage("P", "teachers_pe", "0").Stage("P", "teachers_music", "0").Stage("P", "teachers_art", "0").Stage("P", "teachers_pe_arts_visiting", Text(Visiting));
            county.Add("facility", CountyFiling.Judged, "P", ("sports_ground_area", Text(Pupils * Ground / 10)), ("gym_area", "0"), ("sports_converted_area", Text(Converted)), ("sports_leased_area", "10"));
            if (!whole) county.Set("school", CountyFiling.Judged, "P", Facts[Blank], "").Stage("P", Facts[Blank], "");
            return county.Earlier(CountyFiling.Judged - Valid);
        }

        static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Every county whole and with a blank, judged without and with exceptions.</summary>
    public sealed class Judged : IDisposable
    {
        internal FiledCounties Off { get; } = FiledCounties.Unchecked(Counties());

        internal FiledCounties On { get; } = FiledCounties.Unchecked(Counties(), ("exceptions", "on"));

        public void Dispose()
        {
            Off.Dispose();
            On.Dispose();
        }

        static List<CountyFiling> Counties() => [.. Drawn.Sample().SelectMany((drawn, number) =>
            new[] { drawn.File(FormattableString.Invariant($"w{number:00}"), whole: true), drawn.File(FormattableString.Invariant($"b{number:00}"), whole: false) })];
    }
}
