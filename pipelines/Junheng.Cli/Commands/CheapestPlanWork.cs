using Junheng.Cli.Console;
using Junheng.Models;
using Junheng.Pipelines;
using Junheng.Pipelines.Planning.Cheapest;
using Junheng.Pipelines.Planning.Cheapest.Solving;
using Junheng.Pipelines.Publishing.Tabulating;
using Junheng.Pipelines.Warehouse.Building;
using Junheng.Pipelines.Warehouse.Reading;
using Junheng.Pipelines.Worker;

namespace Junheng.Cli.Commands;

/// <param name="Judged">The year whose count the plan starts from.</param>
/// <param name="Yearly">Yuan there is each year; null for as much as it takes.</param>
/// <param name="AsCounted">Whether the pupils counted are wanted though others are projected.</param>
internal sealed record CheapestPlanWishes(string County, int Judged, int Target, decimal? Yearly, decimal MovePrice, bool TeachersStay, bool AsCounted)
{
    /// <summary>The year after the count begins the plan; a target of the judged year itself has that year only.</summary>
    public int First => Math.Min(Judged + 1, Target);

    public decimal? Budget => Yearly * (Target - First + 1);
}

/// <summary>Makes one cheapest plan: pupils, problem, search, years, judge, and then says it.</summary>
internal sealed class CheapestPlanWork(Terminal terminal, SnapshotReader reader, CheapestPlanWishes wishes, IReadOnlyDictionary<(string, string), decimal> prices, string? book)
{
    public async Task<int> PlanAsync(string format, CancellationToken cancellation)
    {
        using var basis = new PlanBasis(reader, wishes.County, wishes.Judged, ModelLibrary.Read(ShippedContent.Sql), Path.Combine(Scratch.Folder, "supposed"), Scratch.Options());
        if (!basis.Take(wishes.Target, wishes.AsCounted, cancellation)) throw new WrongUsageException(terminal.Texts["usage.build_again"]);
        var read = new CountyCaseReader(basis.Reader, prices).Read(wishes.County, wishes.Judged, cancellation);
        RefuseWhatNoPlanReaches(read);
        if (!read.CanBePlanned) return Refuse(read);

        var problem = read.Problem with
        {
            Levers = wishes.TeachersStay ? [.. read.Problem.Levers.Select(lever => lever with { Movable = false })] : read.Problem.Levers,
            MovePrice = wishes.MovePrice,
            Budget = wishes.Budget,
        };
        var plan = await FindAsync(problem, cancellation);
        var phasing = Phasing.Of(problem, plan.Changes, plan.Outcome == PlanOutcome.Found ? wishes.Yearly : null, wishes.First, wishes.Target);
        var confirmation = plan.Outcome == PlanOutcome.NotFound
            ? null
            : basis.Confirm(problem, plan.Changes, cancellation) ?? throw new WrongUsageException(terminal.Texts["usage.build_again"]);
        var rows = PlanRows.Of(basis.Reader, problem, plan, phasing, basis.Enrolment, wishes.County, wishes.Judged, terminal.Language == Language.Zh, cancellation);
        var told = new CheapestPlanWords(terminal, wishes, new ToldPlan(problem, plan, phasing, basis.Enrolment, confirmation));
        if (format == "table")
        {
            new CheapestPlanTable(terminal, reader, wishes).Print(rows, told, cancellation);
        }
        else
        {
            new Summary(terminal).Mark(reader.Snapshot.Catalog);
            foreach (var line in told.Lines()) terminal.NoteLine(line);
            RowOutput.Write(rows, format, terminal);
        }

        if (book is not null) WriteBook(rows, plan, [.. told.Lines()], cancellation);
        if (confirmation is { Holds: false }) return ExitCode.Fault;
        return plan.Outcome == PlanOutcome.Found && phasing.Unfunded.Count == 0 ? ExitCode.Done : ExitCode.WrongUsage;
    }

    void WriteBook(RowSet rows, CountyPlan plan, IReadOnlyList<string> notes, CancellationToken cancellation)
    {
        var schools = Names("select school_code, school_name from school where year = $year and county_code = $county order by all", ("year", wishes.Judged), ("county", wishes.County));
        var indicators = Names($"select indicator, {(terminal.Language == Language.Zh ? "short_zh" : "short_en")} from rule_indicator order by all");
        var lists = new PlanLists(rows, plan, schools, indicators);
        CheapestPlanWorkbook.Write(
            book!, reader, new TabulatedPlan(lists.Additions, lists.Totals, lists.Moves, lists.LeftAtFloor, [.. notes, terminal.Texts["cheapest_book.estimate"]], wishes.Target),
            wishes.County, wishes.Judged, terminal.Texts, cancellation);
        terminal.Note("cheapest.written", ("path", book!));

        Dictionary<string, string?> Names(string sql, params (string Name, object? Value)[] parameters) =>
            reader.Query(sql, cancellation, parameters).Rows.ToDictionary(row => (string)row[0]!, row => row[1] as string, StringComparer.Ordinal);
    }

    // Better no plan than one that forgets what the pack asks.
    void RefuseWhatNoPlanReaches(CountyCase read)
    {
        var pack = reader.Snapshot.Catalog.RulePack;
        if (read.Unknown.Count == 0 && read.Unpriced.Count == 0 && !read.HasConditions) throw new WrongUsageException(terminal.Texts["usage.cheapest_nothing_asked", ("pack", pack)]);
    }

    int Refuse(CountyCase read)
    {
        if (read.Unpriced.Count > 0) throw new WrongUsageException(terminal.Texts["usage.unpriced", ("indicators", string.Join(", ", read.Unpriced))]);
        terminal.Note("cheapest.unknown", ("count", read.Unknown.Count));
        foreach (var one in read.Unknown.Take(10)) terminal.NoteLine($"  {one.School} {terminal.Texts["stage." + one.Stage]} {one.Indicator} {one.Reason}");
        return ExitCode.DataErrors;
    }

    async Task<CountyPlan> FindAsync(CountyProblem problem, CancellationToken cancellation)
    {
        var limits = new PlannerOptions();
        using var worker = new NodeWorker(NodeWorkerOptions.For(AppContext.BaseDirectory) with { Timeout = limits.First.Time + HighsSolver.Slack });
        try
        {
            return await new CheapestPlanner(new HighsSolver(worker), limits).FindAsync(problem, cancellation);
        }
        catch (SolverAbsentException absent)
        {
            throw new WrongUsageException(terminal.Texts["usage.no_solver", ("message", absent.Message)]);
        }
    }
}
