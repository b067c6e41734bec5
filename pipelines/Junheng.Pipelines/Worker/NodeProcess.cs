using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Junheng.Pipelines.Worker;

/// <summary>One running Node: a line in, a line out.</summary>
sealed class NodeProcess : IDisposable
{
    const int ComplaintLength = 2000;

    readonly Process process;
    readonly StringBuilder complaint = new();

    NodeProcess(Process process)
    {
        this.process = process;
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginErrorReadLine();
    }

    /// <summary>Null when there is no such program.</summary>
    public static NodeProcess? Start(NodeWorkerOptions options)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var start = new ProcessStartInfo(options.Node, [options.Script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
            StandardErrorEncoding = utf8,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        try
        {
            return Process.Start(start) is { } process ? new(process) : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>The end of what it wrote to stderr.</summary>
    public string Complaint
    {
        get
        {
            lock (complaint)
                return complaint.ToString().Trim();
        }
    }

    public bool Running => !process.HasExited;

    /// <summary>Null when the process ended instead of answering.</summary>
    public async Task<string?> ExchangeAsync(ReadOnlyMemory<byte> request)
    {
        try
        {
            var input = process.StandardInput.BaseStream;
            await input.WriteAsync(request);
            await input.WriteAsync("\n"u8.ToArray());
            await input.FlushAsync();
            return await process.StandardOutput.ReadLineAsync();
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Waits shortly for a process that closed its pipe, so that its last words are in <see cref="Complaint"/>.</summary>
    public Task WaitForEndAsync() => process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(2)).ContinueWith(_ => { }, TaskScheduler.Default);

    public void Dispose()
    {
        if (Running)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    void Note(string? line)
    {
        lock (complaint)
        {
            complaint.AppendLine(line);
            if (complaint.Length > ComplaintLength)
                complaint.Remove(0, complaint.Length - ComplaintLength);
        }
    }
}
