using System.Globalization;

namespace Junheng.Pipelines.Tests.Judging.Indicators;

/// <summary>The dated exceptions: both verdicts are always given, the parameter chooses between them, and nothing else changes.</summary>
public sealed class ExceptionTests(ExceptionTests.Judged judged) : IClassFixture<ExceptionTests.Judged>
{
    const int Valid = 2022;

    public static TheoryData<int, string> Cases
    {
        get
        {
            var cases = new TheoryData<int, string>();
            foreach (var (one, index) in ExceptionCases.All.Select((one, index) => (one, index))) cases.Add(index, $"{one.Row}: {one.Name}");
            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void Exception_WhereItHolds_GivesBothVerdicts(int index, string name)
    {
        var expected = ExceptionCases.All[index];

        Assert.Equal($"{name} {expected.Exception} {expected.Without} {expected.With} {expected.Without}", $"{name} {Said(judged.Off, index, expected.Row, Valid)}");
        Assert.Equal($"{name} {expected.Exception} {expected.Without} {expected.With} {expected.With}", $"{name} {Said(judged.On, index, expected.Row, Valid)}");
    }

    // The same filings two years later: no exception any more, unless the parameter prolongs them.
    [Theory, MemberData(nameof(Cases))]
    public void Exception_AfterItsLastYear_HoldsOnlyWhenProlonged(int index, string name)
    {
        var expected = ExceptionCases.All[index];

        Assert.Equal($"{name}  {expected.Without} {expected.Without} {expected.Without}", $"{name} {Said(judged.On, index, expected.Row, CountyFiling.Judged)}");
        Assert.Equal($"{name} {expected.Exception} {expected.Without} {expected.With} {expected.With}", $"{name} {Said(judged.Prolonged, index, expected.Row, CountyFiling.Judged)}");
    }

    [Fact]
    public void Exceptions_EveryOneOfThePack_HasCases()
    {
        var ids = judged.Off.Query("select exception from rule_exception order by 1").Rows.Select(row => (string)row[0]!);

        Assert.Equal(ids, ExceptionCases.All.Where(one => one.With != one.Without).SelectMany(one => one.Exception.Split(',')).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("school_indicator", "year, school_code, stage, indicator, part, numerator, denominator, value, verdict_without_exceptions, verdict_with_exceptions", "true")]
    [InlineData("school_indicator", "year, school_code, stage, indicator, part, band, verdict, shortfall", "exception = ''")]
    [InlineData("county_indicator", "year, county_code, stage, indicator, part, verdict_without_exceptions, verdict_with_exceptions", "true")]
    [InlineData("county_indicator", "year, county_code, stage, indicator, part, verdict, reason_code, value", "exception = ''")]
    [InlineData("county_coefficient", "year, county_code, stage, indicator, schools, cv, verdict, flags", "true")]
    [InlineData("school_scope", "year, school_code, stage, indicator, in_scope", "true")]
    [InlineData("county_verdict", "year, county_code, coefficient, quality, satisfaction, veto, overall_without_exceptions, overall_with_exceptions, changed_by_exceptions", "true")]
    public void Exceptions_ChangeOnlyWhatTheyTouch(string table, string columns, string where)
    {
        var sql = $"select {columns} from {table} where {where} order by all";

        var (off, on) = (judged.Off.Query(sql).Rows, judged.On.Query(sql).Rows);

        Assert.NotEmpty(off);
        Assert.Equal(off.Select(Line), on.Select(Line));

        static string Line(IReadOnlyList<object?> row) => string.Join('|', row.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)));
    }

    [Theory, InlineData("school_indicator", "verdict"), InlineData("school_verdict", "verdict"), InlineData("county_indicator", "verdict"), InlineData("county_verdict", "overall")]
    public void Verdict_IsTheOneThatTheParameterAsksFor(string table, string column)
    {
        Assert.Empty(judged.Off.Query($"select 1 from {table} where {column} is distinct from {column}_without_exceptions").Rows);
        Assert.Empty(judged.On.Query($"select 1 from {table} where {column} is distinct from {column}_with_exceptions").Rows);
    }

    [Theory, InlineData("school_indicator", "verdict"), InlineData("school_verdict", "verdict"), InlineData("county_indicator", "verdict"), InlineData("county_verdict", "overall")]
    public void Exceptions_NeverMakeAVerdictWorse(string table, string column) => Assert.Empty(judged.Off.Query(
        $"select 1 from {table} where ({column}_without_exceptions = 'met' and {column}_with_exceptions <> 'met') or ({column}_without_exceptions <> 'not_met' and {column}_with_exceptions = 'not_met')").Rows);

    [Fact]
    public void CountyVerdict_NamesWhatExceptionsChange()
    {
        var index = ExceptionCases.All.Select((one, at) => (one, at)).First(pair => pair.one is { Row: "11 - all", With: "met" }).at;

        Assert.Equal("11", judged.Off.Query("select changed_by_exceptions from county_verdict where year = 2022 and county_code = $county", ("county", CodeOf("y", index))).Rows[0][0]);
    }

    [Theory]
    [InlineData("    when: {built_by: 2016}", "    when: {}", "YAML-MISSING-KEY")]
    [InlineData("{parts: [a], threshold: 73}", "{parts: [c], threshold: 73}", "YAML-BAD-VALUE")]
    [InlineData("{parts: [a], threshold: 73}", "{parts: [a]}", "YAML-MISSING-KEY")]
    [InlineData("    when: {inner_city: yes}", "    when: {inner_city: maybe}", "YAML-BAD-VALUE")]
    [InlineData("  - id: size_built_by_2010", "  - id: rooms_small_rural", "PACK-EXCEPTION-TWICE")]
    [InlineData("adds: {primary: [teachers_pe_arts_visiting]", "adds: {primary: [teachers_visiting]", "PACK-UNKNOWN-FIELD")]
    [InlineData("only_if: {parameter: private_schools, value: out}", "only_if: {parameter: private_schools, value: away}", "YAML-BAD-VALUE")]
    public void Pack_WithASlip_IsRefused(string right, string wrong, string code)
    {
        var text = File.ReadAllText(Path.Combine(ShippedContent.Standards, "national-2017.yaml")).ReplaceLineEndings("\n");
        Assert.Contains(right, text, StringComparison.Ordinal);

        Assert.Contains(PackText.Findings(text.Replace(right, wrong, StringComparison.Ordinal)), finding => finding.Code == code);
    }

    static string Said(FiledCounties counties, int index, string row, int year)
    {
        var names = row.Split(' ');
        var code = CodeOf(year == Valid ? "y" : "z", index);
        var rows = char.IsAsciiDigit(row[0])
            ? counties.Query(
                "select exception, verdict_without_exceptions, verdict_with_exceptions, verdict from county_indicator where year = $year and county_code = $code and indicator = $indicator and part = $part and stage = $stage",
                ("year", year), ("code", code), ("indicator", names[0]), ("part", names[1].Trim('-')), ("stage", names[2]))
            : counties.Query(
                "select exception, verdict_without_exceptions, verdict_with_exceptions, verdict from school_indicator where year = $year and school_code = $code and stage = $stage and indicator = $indicator",
                ("year", year), ("code", code + names[0]), ("stage", names[1]), ("indicator", names[2]));
        return string.Join(' ', Assert.Single(rows.Rows));
    }

    static string CodeOf(string when, int index) => FormattableString.Invariant($"{when}{index:00}");

    /// <summary>Every case filed for 2022 and for 2024, judged by each value of the parameter.</summary>
    public sealed class Judged : IDisposable
    {
        internal FiledCounties Off { get; } = FiledCounties.Unchecked(Counties());

        internal FiledCounties On { get; } = FiledCounties.Unchecked(Counties(), ("exceptions", "on"));

        internal FiledCounties Prolonged { get; } = FiledCounties.Unchecked(Counties(), ("exceptions", "prolonged"));

        public void Dispose()
        {
            Off.Dispose();
            On.Dispose();
            Prolonged.Dispose();
        }

        static List<CountyFiling> Counties() =>
        [
            .. ExceptionCases.All.Select((one, index) => Filed(one, "y", index).Earlier(CountyFiling.Judged - Valid)),
            .. ExceptionCases.All.Select((one, index) => Filed(one, "z", index)),
        ];

        static CountyFiling Filed(ExceptionCase one, string when, int index)
        {
            var county = new CountyFiling(CodeOf(when, index));
            one.Change(county);
            return county;
        }
    }
}
