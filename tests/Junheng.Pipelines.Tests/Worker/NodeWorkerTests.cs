using System.Diagnostics;
using Junheng.Pipelines.Worker;

namespace Junheng.Pipelines.Tests.Worker;

public sealed class NodeWorkerTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("worker").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Ask_WorkerHangsOnce_IsKilledAndAskedAgain()
    {
        // The first of its kind sleeps, the second finds the mark of the first and answers.
        using var worker = Worker($$"""
            import { existsSync, writeFileSync } from 'node:fs';
            const seen = {{Quoted("seen")}};
            if (existsSync(seen)) process.stdin.once('data', (line) => console.log(JSON.stringify({ id: JSON.parse(line).id, ok: true, pid: process.pid })));
            else writeFileSync(seen, String(process.pid));
            setInterval(() => {}, 1000);
            """, TimeSpan.FromSeconds(1.5));

        var answer = await worker.AskAsync("ping", _ => { });

        Assert.Null(answer.Fault);
        Assert.False(Alive(int.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "seen")), System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Ask_WorkerAlwaysHangs_IsAFault()
    {
        using var worker = Worker("setInterval(() => {}, 1000);", TimeSpan.FromSeconds(0.4));

        Assert.Equal("worker_timeout", (await worker.AskAsync("ping", _ => { })).Fault?.Code);
    }

    [Fact]
    public async Task Ask_HangingWorkerReadsNothing_IsStillAFault()
    {
        using var worker = Worker("setInterval(() => {}, 1000);", TimeSpan.FromSeconds(0.4));

        // More than a pipe holds.
        var answer = await worker.AskAsync("ping", json => json.WriteString("ballast", new string('x', 1_000_000)));

        Assert.Equal("worker_timeout", answer.Fault?.Code);
    }

    [Fact]
    public async Task Ask_WorkerDies_TellsItsLastWords()
    {
        using var worker = Worker("console.error('no such package: vega'); process.exit(1);", TimeSpan.FromSeconds(10));

        var fault = (await worker.AskAsync("ping", _ => { })).Fault;

        Assert.Equal("worker_died", fault?.Code);
        Assert.Contains("no such package: vega", fault?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_NodeAbsent_IsAFault()
    {
        using var worker = new NodeWorker(NodeWorkerOptions.For(AppContext.BaseDirectory) with { Node = Path.Combine(folder, "no-node") });

        Assert.Equal("node_absent", (await worker.AskAsync("ping", _ => { })).Fault?.Code);
    }

    [Fact]
    public async Task Ask_ScriptAbsent_IsAFault()
    {
        using var worker = new NodeWorker(new(Path.Combine(folder, "none.mjs")));

        Assert.Equal("worker_absent", (await worker.AskAsync("ping", _ => { })).Fault?.Code);
    }

    [Fact]
    public async Task Ask_Cancelled_ThrowsAndTheNextAskIsAnswered()
    {
        using var worker = new NodeWorker(NodeWorkerOptions.For(AppContext.BaseDirectory));
        using var cancelled = new CancellationTokenSource();
        var asked = worker.AskAsync("ping", _ => { }, cancelled.Token);
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);

        Assert.Null((await worker.AskAsync("ping", _ => { })).Fault);
    }

    [Fact]
    public async Task Ask_UnknownCommand_IsAFault()
    {
        using var worker = new NodeWorker(NodeWorkerOptions.For(AppContext.BaseDirectory));

        Assert.Equal("unknown_command", (await worker.AskAsync("dance", _ => { })).Fault?.Code);
    }

    NodeWorker Worker(string script, TimeSpan timeout)
    {
        var path = Path.Combine(folder, "worker.mjs");
        File.WriteAllText(path, script);
        return new(new(path) { Timeout = timeout });
    }

    string Quoted(string file) => System.Text.Json.JsonSerializer.Serialize(Path.Combine(folder, file));

    static bool Alive(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
