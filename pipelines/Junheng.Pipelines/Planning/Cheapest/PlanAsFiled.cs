using Junheng.Models.Numbers;
using Junheng.Models.Rules;
using Junheng.Pipelines.Warehouse.Reading;
using Junheng.Pipelines.Warehouse.Supposing;

namespace Junheng.Pipelines.Planning.Cheapest;

/// <summary>
/// A plan carried out, in the words of the forms: which filed quantities would be what. An indicator that adds several fields gets what is added in the one that no other
/// indicator counts and the county has most of; what leaves a school is taken from its largest.
/// </summary>
public sealed class PlanAsFiled(SnapshotReader reader, string county, int year)
{
    const string Terms = """
        with counted as (
            select field, count(distinct indicator) as indicators
            from rule_term
            group by field
        )
        select distinct rule_term.indicator, rule_term.stage, rule_term.field, rule_term.lag, rule_term.filed_stage, counted.indicators
        from rule_term
        join counted on counted.field = rule_term.field
        where rule_term.part = '' and rule_term.sign > 0
        order by all
        """;

    const string Filed = """
        select filed_quantity.year, filed_quantity.school_code, filed_quantity.stage, filed_quantity.field, coalesce(filed_quantity.exact, cast(filed_quantity.amount as varchar))
        from filed_quantity
        join school on school.year = filed_quantity.year and school.school_code = filed_quantity.school_code
        where school.county_code = $county and filed_quantity.year <= $year
        order by all
        """;

    public IReadOnlyList<SupposedQuantity> Of(CountyProblem problem, IReadOnlyList<LeverChange> changes, CancellationToken cancellation)
    {
        var terms = reader.Query(Terms, cancellation).Rows
            .Select(row => new Term((string)row[0]!, (string)row[1]!, (string)row[2]!, year - (int)row[3]!, (string)row[4]!, Convert.ToInt32(row[5], System.Globalization.CultureInfo.InvariantCulture)))
            .ToLookup(term => (term.Indicator, term.Stage));
        var filed = reader.Query(Filed, cancellation, ("county", county), ("year", year)).Rows
            .ToDictionary(row => new Cell((int)row[0]!, (string)row[1]!, (string)row[2]!, (string)row[3]!), row => Rational.Parse((string)row[4]!));
        var planned = new Dictionary<Cell, Rational>();
        foreach (var change in changes)
        {
            var lever = problem.Levers[change.Lever];
            var stage = problem.Standings.First(standing => standing.Lever == change.Lever).Stage;
            var cells = terms[(lever.Indicator, stage)].ToList();
            var net = new Rational(change.Net, 1);
            if (net.Sign > 0) Raise(CellOf(lever.School, cells.OrderBy(term => term.Indicators).ThenByDescending(term => InCounty(filed, term)).First()), net);
            else Lower(cells.Select(term => CellOf(lever.School, term)).OrderByDescending(cell => Now(cell)).ToList(), net);
            if (problem.AllTeachers is null && lever.Stage != Stages.All && filed.ContainsKey(new Cell(year, lever.School, lever.Stage, UncountedTeachers.Field)))
                Raise(new Cell(year, lever.School, lever.Stage, UncountedTeachers.Field), net);
        }

        return [.. planned.Select(one => new SupposedQuantity(one.Key.Year, one.Key.School, one.Key.Stage, one.Key.Field, false, one.Value))];

        Rational Now(Cell cell) => planned.TryGetValue(cell, out var amount) ? amount : filed.GetValueOrDefault(cell);

        void Raise(Cell cell, Rational by) => planned[cell] = Now(cell) + by;

        void Lower(List<Cell> cells, Rational net)
        {
            var open = -net.Numerator;
            foreach (var cell in cells)
            {
                var there = Now(cell);
                var taken = there >= new Rational(open, 1) ? open : there.Numerator / there.Denominator;
                if (taken.IsZero) continue;
                Raise(cell, new Rational(-taken, 1));
                open -= taken;
            }
        }
    }

    static Cell CellOf(string school, Term term) => new(term.Year, school, term.FiledStage, term.Field);

    static double InCounty(Dictionary<Cell, Rational> filed, Term term) => filed
        .Where(one => one.Key.Year == term.Year && one.Key.Stage == term.FiledStage && one.Key.Field == term.Field)
        .Sum(one => one.Value.ToDouble());

    sealed record Term(string Indicator, string Stage, string Field, int Year, string FiledStage, int Indicators);

    sealed record Cell(int Year, string School, string Stage, string Field);
}
