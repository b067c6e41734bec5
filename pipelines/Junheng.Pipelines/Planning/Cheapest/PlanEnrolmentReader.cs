using Junheng.Models.Numbers;
using Junheng.Pipelines.Warehouse.Reading;
using Junheng.Pipelines.Warehouse.Supposing;

namespace Junheng.Pipelines.Planning.Cheapest;

/// <summary>Reads whom a county's schools would teach in the target year of a plan, and how they would file it.</summary>
public sealed class PlanEnrolmentReader(SnapshotReader reader, string county, int judged)
{
    const string Table = "projected_enrolment";

    const string Counted = """
        select stage, cast(sum(pupils) as decimal(18, 6))
        from (select distinct school_code, stage, denominator as pupils from school_indicator where county_code = $county and year = $year and part = '')
        group by stage
        order by stage = 'junior'
        """;

    const string Ahead = $"""
        select school_code, stage, pupils, flag
        from {Table}
        where county_code = $county and origin = $year and year = $target
        order by all
        """;

    // A school's campuses file for themselves.
    const string Filed = $"""
        select campus.counted_with, filed_quantity.stage, filed_quantity.school_code, coalesce(filed_quantity.exact, cast(filed_quantity.amount as varchar))
        from filed_quantity
        join campus on campus.year = filed_quantity.year and campus.school_code = filed_quantity.school_code
        join school on school.year = campus.year and school.school_code = campus.counted_with
        where filed_quantity.field = '{PlanEnrolment.Field}' and filed_quantity.year = $year and school.county_code = $county and filed_quantity.amount is not null
        order by all
        """;

    /// <summary>The pupils of the target year; as counted where the snapshot projects none.</summary>
    public PlanEnrolment Read(int target, CancellationToken cancellation)
    {
        var counted = reader.Query(Counted, cancellation, ("county", county), ("year", judged)).Rows.Select(row => (Stage: (string)row[0]!, Pupils: row[1] as decimal? ?? 0)).ToList();
        if (target <= judged || reader.Snapshot.Table(Table) is null) return Kept(target <= judged ? "counted" : "no_projection");
        var ahead = reader.Query(Ahead, cancellation, ("county", county), ("year", judged), ("target", target)).Rows.ToLookup(row => (string)row[1]!);
        var stages = counted.Select(one => ahead[one.Stage].ToList() switch
        {
            [] => new StageEnrolment(one.Stage, one.Pupils, one.Pupils, "no_projection"),
            var rows when rows.Any(row => row[2] is null) => new StageEnrolment(one.Stage, one.Pupils, one.Pupils, (string)rows.First(row => row[2] is null)[3]!),
            var rows => new StageEnrolment(one.Stage, one.Pupils, rows.Sum(row => (decimal)row[2]!), ""),
        }).ToList();
        var projected = stages.Where(stage => stage.Kept.Length == 0).SelectMany(stage => ahead[stage.Stage])
            .ToDictionary(row => ((string)row[0]!, (string)row[1]!), row => (int)(decimal)row[2]!);
        return new PlanEnrolment(stages, [.. AsFiled(projected, cancellation)]);

        PlanEnrolment Kept(string why) => new([.. counted.Select(one => new StageEnrolment(one.Stage, one.Pupils, one.Pupils, why))], []);
    }

    /// <summary>Whether <paramref name="supposed"/>, judged with these pupils, counts each stage as they were projected.</summary>
    public bool IsCounted(PlanEnrolment enrolment, SnapshotReader supposed, CancellationToken cancellation) => supposed
        .Query(Counted, cancellation, ("county", county), ("year", judged)).Rows
        .All(row => enrolment.Stages.Single(stage => stage.Stage == (string)row[0]!).Planned == row[1] as decimal?);

    IEnumerable<SupposedQuantity> AsFiled(Dictionary<(string School, string Stage), int> projected, CancellationToken cancellation)
    {
        var filed = reader.Query(Filed, cancellation, ("county", county), ("year", judged)).Rows;
        foreach (var cells in filed.GroupBy(row => ((string)row[0]!, (string)row[1]!)).Where(cells => projected.ContainsKey(cells.Key)))
        {
            var shares = cells.Select(row => (Code: (string)row[2]!, Pupils: Rational.Parse((string)row[3]!))).ToList();
            var (open, all) = (new Rational(projected[cells.Key], 1), shares.Aggregate((Rational)0, (sum, share) => sum + share.Pupils));
            foreach (var share in shares)
            {
                // What is left goes on to the rest, so that the campuses add up to the school.
                var pupils = all.Sign > 0 ? Rounded(open * share.Pupils / all) : 0;
                yield return new SupposedQuantity(judged, share.Code, cells.Key.Item2, PlanEnrolment.Field, false, pupils);
                (open, all) = (open - pupils, all - share.Pupils);
            }
        }
    }

    static Rational Rounded(Rational number) => new(((number.Numerator * 2) + number.Denominator) / (number.Denominator * 2), 1);
}
