using Junheng.Models.Numbers;
using Junheng.Pipelines.Publishing.Explaining.Sources;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Explaining;

/// <summary>Reads the parts of school-stages in indicators out of a snapshot.</summary>
public sealed class StageQuantities(SnapshotReader reader, FiledQuantities filed, CancellationToken cancellation)
{
    const string Sql = """
        select judged.school_code, judged.indicator, judged.part, judged.stage, judged.reason, school.school_name, cast(judged.weight as varchar) as weight
        from school_indicator as judged
        join school on school.year = judged.year and school.school_code = judged.school_code
        where judged.year = $year
            and ($county is null or judged.county_code = $county)
            and ($school is null or judged.school_code = $school)
            and ($stage is null or judged.stage = $stage)
            and ($indicator is null or judged.indicator = $indicator)
            and ($part is null or judged.part = $part)
        order by judged.school_code, judged.stage desc, judged.indicator, judged.part
        """;

    const string SharesSql = """
        select premises_share.school_code, premises_share.stage, cast(premises_share.weight as varchar) as weight
        from premises_share
        join school on school.year = premises_share.year and school.school_code = premises_share.school_code
        where premises_share.year = $year and ($county is null or school.county_code = $county) and ($school is null or school.school_code = $school)
        order by premises_share.school_code, premises_share.weight
        """;

    public IReadOnlyList<StageQuantity> Read(int year, string? county, string? school, string? stage, string? indicator, string? part)
    {
        filed.Load(year, county, school);
        var rules = RuleOfIndicator.Read(reader, indicator, part, stage, cancellation).ToDictionary(rule => (rule.Indicator, rule.Part, rule.Stage));
        var shares = Judged.All(reader.Query(SharesSql, cancellation, ("year", year), ("county", county), ("school", school)))
            .ToLookup(row => row.Text("school_code"), row => (Stage: row.Text("stage"), Weight: row.Exact("weight")!.Value), StringComparer.Ordinal);
        var judged = reader.Query(Sql, cancellation, ("year", year), ("county", county), ("school", school), ("stage", stage), ("indicator", indicator), ("part", part));
        return Judged.All(judged)
            .Select(row => Of(year, row, rules[(row.Text("indicator"), row.Text("part"), row.Text("stage"))], shares[row.Text("school_code")]))
            .ToList();
    }

    StageQuantity Of(int year, Judged row, RuleOfIndicator rule, IEnumerable<(string Stage, Rational Weight)> shares)
    {
        var (school, stage) = (row.Text("school_code"), row.Text("stage"));
        var weight = row.Exact("weight") ?? 1;
        SourceQuantity Source(SourceRole role, int sign, Rational pupilWeight, FiledQuantity quantity) => new(rule.Indicator, school, role, sign, pupilWeight, quantity);
        var pupils = Source(SourceRole.Pupils, 1, rule.Split ? weight : 1, filed.Find(year, school, stage, "pupils"));
        var terms = rule.Terms.Select(term => Source(SourceRole.Numerator, term.Sign, 1, filed.Find(year - term.Lag, school, term.FiledStage, term.Field))).ToList();
        var sharing = rule.Split
            ? shares.Select(share => share.Stage == stage ? pupils : Source(SourceRole.Sharing, 1, share.Weight, filed.Find(year, school, share.Stage, "pupils"))).ToList()
            : [];
        return new StageQuantity(school, row.Text("school_name"), row.Text("reason"), rule, pupils, terms, sharing, rule.Split ? weight : 1);
    }
}
