using System.Text.Json;
using Junheng.Pipelines.Worker;

namespace Junheng.Pipelines.Planning.Cheapest.Solving;

/// <summary>HiGHS in the Node worker, which approaches cones by tangents (pipelines/worker/optimise.mjs).</summary>
public sealed class HighsSolver(NodeWorker worker) : IModelSolver
{
    /// <summary>What the worker may take beyond the solver's own time, to start and to read a model.</summary>
    public static readonly TimeSpan Slack = TimeSpan.FromSeconds(30);

    public async Task<Solved> SolveAsync(LinearModel model, SearchLimits limits, CancellationToken cancellation)
    {
        var answer = await worker.AskAsync("optimise", json => Write(json, model, limits), cancellation);
        if (answer.Fault is { } fault) throw new SolverAbsentException($"{fault.Message} {fault.Fix}");
        var body = answer.Body;
        var solvedAs = body.GetProperty("status").GetString() switch
        {
            "optimal" => SolvedAs.Optimal,
            "infeasible" => SolvedAs.Infeasible,
            _ => SolvedAs.Rough,
        };
        var values = body.TryGetProperty("values", out var array) && array.ValueKind == JsonValueKind.Array ? array.EnumerateArray().Select(value => value.GetDouble()).ToList() : null;
        var bound = body.TryGetProperty("bound", out var number) && number.ValueKind == JsonValueKind.Number ? number.GetDouble() : 0;
        return new Solved(solvedAs, values, bound, body.GetProperty("tangents").GetInt32(), body.GetProperty("rounds").GetInt32());
    }

    static void Write(Utf8JsonWriter json, LinearModel model, SearchLimits limits)
    {
        json.WriteNumber("gap", limits.Gap);
        json.WriteNumber("seconds", limits.Time.TotalSeconds);
        json.WriteNumber("wholeRounds", limits.WholeRounds);
        json.WriteStartObject("columns");
        Numbers(json, "cost", model.Columns.Select(column => column.Cost));
        Numbers(json, "lower", model.Columns.Select(_ => 0.0));
        Numbers(json, "upper", model.Columns.Select(column => column.Most));
        json.WriteStartArray("whole");
        foreach (var column in model.Columns) json.WriteBooleanValue(column.Whole);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("rows");
        Numbers(json, "lower", model.Rows.Select(row => row.Least));
        Numbers(json, "upper", model.Rows.Select(row => row.Most));
        Numbers(json, "starts", Starts(model));
        Numbers(json, "indices", model.Rows.SelectMany(row => row.Terms).Select(term => (double)term.Column));
        Numbers(json, "values", model.Rows.SelectMany(row => row.Terms).Select(term => term.Factor));
        json.WriteEndObject();
        json.WriteStartArray("cones");
        foreach (var cone in model.Cones) Write(json, cone);
        json.WriteEndArray();
    }

    static void Write(Utf8JsonWriter json, Cone cone)
    {
        json.WriteStartObject();
        Numbers(json, "columns", cone.Terms.Select(term => (double)term.Column));
        Numbers(json, "roots", cone.Terms.Select(term => term.Root));
        Numbers(json, "sums", cone.Terms.Select(term => term.Sum));
        if (cone.Free is { } free)
        {
            json.WriteStartObject("free");
            json.WriteNumber("column", free.Column);
            json.WriteNumber("allows", free.Allows);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    static IEnumerable<double> Starts(LinearModel model)
    {
        var start = 0;
        yield return start;
        foreach (var row in model.Rows) yield return start += row.Terms.Count;
    }

    // JSON has no infinity: null stands for it.
    static void Numbers(Utf8JsonWriter json, string name, IEnumerable<double> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
        {
            if (double.IsFinite(number)) json.WriteNumberValue(number);
            else json.WriteNullValue();
        }

        json.WriteEndArray();
    }
}

/// <summary>Node or the solver beside it is not there; the message says what to do.</summary>
public sealed class SolverAbsentException(string message) : Exception(message);
