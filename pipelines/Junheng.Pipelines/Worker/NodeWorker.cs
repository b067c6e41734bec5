using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Junheng.Pipelines.Worker;

/// <summary>
/// The Node worker as the rest of the program sees it: asks go in one at a time, answers or faults come back. Node is started at the first ask;
/// a worker that hangs or dies is replaced and the ask repeated once, because a second failure is the ask's and not the worker's.
/// </summary>
public sealed class NodeWorker(NodeWorkerOptions options) : IDisposable
{
    /// <summary>The code of the one fault that nothing in figures, documents or plans can mend.</summary>
    public const string NodeAbsent = "node_absent";

    readonly SemaphoreSlim turn = new(1, 1);
    NodeProcess? process;
    int asked;

    /// <summary>Whether Node could not be started when it was asked for: then no picture and no document will come.</summary>
    public bool IsAbsent { get; private set; }

    /// <param name="command">A command of worker.mjs.</param>
    /// <param name="write">Writes the properties of the request, into an object that is open.</param>
    public async Task<WorkerAnswer> AskAsync(string command, Action<Utf8JsonWriter> write, CancellationToken cancellation = default)
    {
        if (!File.Exists(options.Script))
            return WorkerAnswer.Failed("worker_absent", $"The worker {options.Script} is not there.", "Build the solution with npm at hand: the build puts the worker beside its packages.");

        await turn.WaitAsync(cancellation);
        try
        {
            var id = ++asked;
            var request = Request(id, command, write);
            var answer = await AttemptAsync(id, request, cancellation);
            return answer.Fault is { Code: "worker_timeout" or "worker_died" } ? await AttemptAsync(id, request, cancellation) : answer;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        Stop();
        turn.Dispose();
    }

    static ReadOnlyMemory<byte> Request(int id, string command, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteNumber("id", id);
        json.WriteString("command", command);
        write(json);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    async Task<WorkerAnswer> AttemptAsync(int id, ReadOnlyMemory<byte> request, CancellationToken cancellation)
    {
        process ??= NodeProcess.Start(options);
        IsAbsent = process is null;
        if (process is null)
            return WorkerAnswer.Failed(NodeAbsent, $"Node ('{options.Node}') cannot be started; it draws figures, typesets documents and finds the cheapest plan.", "Install Node 20 or later; everything else works without it.");

        try
        {
            var line = await process.ExchangeAsync(request).WaitAsync(options.Timeout, cancellation);
            return line is null ? await DiedAsync(process) : Read(id, line);
        }
        catch (TimeoutException)
        {
            Stop();
            return WorkerAnswer.Failed("worker_timeout", string.Create(CultureInfo.InvariantCulture, $"The worker gave no answer within {options.Timeout.TotalSeconds:0.#} s, twice."), "Ask for less (fewer rows, a smaller county), or allow more time.");
        }
        catch (OperationCanceledException)
        {
            // Its answer would come to whoever asks next.
            Stop();
            throw;
        }
    }

    async Task<WorkerAnswer> DiedAsync(NodeProcess ended)
    {
        await ended.WaitForEndAsync();
        var complaint = ended.Complaint;
        Stop();
        return WorkerAnswer.Failed("worker_died", complaint.Length == 0 ? "The worker ended without a word." : $"The worker ended: {complaint}", "Run npm ci again; Node must be 20 or later.");
    }

    static WorkerAnswer Read(int id, string line)
    {
        using var document = JsonDocument.Parse(line);
        var answer = document.RootElement.Clone();
        if (answer.GetProperty("id").GetInt32() != id)
            throw new InvalidOperationException("The worker answered another request.");
        if (answer.GetProperty("ok").GetBoolean())
            return new(answer, null);

        var error = answer.GetProperty("error");
        return WorkerAnswer.Failed(error.GetProperty("code").GetString()!, error.GetProperty("message").GetString()!, "Mend what the worker was asked: the spec, the document or the rows it names.");
    }

    void Stop()
    {
        process?.Dispose();
        process = null;
    }
}
