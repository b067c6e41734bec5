using System.Globalization;
using Junheng.Models;
using Junheng.Pipelines.Publishing.Documents;
using Junheng.Pipelines.Publishing.Figures;
using Junheng.Pipelines.Worker;

namespace Junheng.Pipelines.Tests.Publishing.Documents;

/// <summary>Thirty cards with a worker that misbehaves in the middle: it is a stand-in, which sets no page but fails as the real one can.</summary>
[Trait("Kind", "long")]
[Collection(BriefedCityCollection.Name)]
public sealed class DocumentBatchTests(BriefedCity briefed) : IDisposable
{
    static readonly DocumentTemplate Card = new(
        "", "# 卡片{{county.code}}\n\n<!-- layout: card -->\n\n县{{county.code}}共{{county.number}}所。\n", new Dictionary<string, string> { ["county"] = "select $county as code, $county::int * 3 as number" });

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("junheng-batch-");

    static IReadOnlyList<DocumentRequest> Thirty { get; } =
        [.. Enumerable.Range(1, 30).Select(number => number.ToString("00", CultureInfo.InvariantCulture)).Select(code => new DocumentRequest("card-" + code, Language.Zh, 2024, Internal: true) { County = code })];

    [Fact]
    public async Task Make_WorkerHangsDiesAndRefuses_TheOtherCardsAreWritten()
    {
        using var worker = Worker();
        var outcomes = new List<(DocumentRequest Request, DocumentOutcome Outcome)>();
        await foreach (var one in DocumentBatch.MakeAsync(briefed.PressWith(worker), Card, Thirty, folder.FullName, CancellationToken.None)) outcomes.Add(one);

        Assert.Equal(["card-09", "card-13", "card-21"], outcomes.Where(one => one.Outcome.Faults.Count > 0).Select(one => one.Request.Name));
        Assert.Contains("no answer", Fault("card-09"), StringComparison.Ordinal);
        Assert.Contains("out of memory", Fault("card-13"), StringComparison.Ordinal);
        Assert.Contains("bad spec", Fault("card-21"), StringComparison.Ordinal);
        // One that hung once was asked again.
        Assert.True(File.Exists(Path.Combine(folder.FullName, "hung-once")));
        Assert.Equal(Thirty.Select(request => request.Name).Except(["card-09", "card-13", "card-21"]), Directory.GetFiles(folder.FullName, "*.pdf").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal));
        Assert.All(["docx", "html", "sources.json"], extension => Assert.Equal(27, Directory.GetFiles(folder.FullName, "*." + extension).Length));
        Assert.Empty(Directory.GetFiles(folder.FullName, "*.part"));
        Assert.All(outcomes.Where(one => one.Outcome.Files.Count > 0), one => Assert.True(one.Outcome.Times.Whole > TimeSpan.Zero));

        string Fault(string name) => Assert.Single(outcomes.Single(one => one.Request.Name == name).Outcome.Faults).Message;
    }

    [Fact]
    public async Task Make_Cancelled_LeavesWhatIsFinished()
    {
        using var worker = Worker();
        using var cancelled = new CancellationTokenSource();
        var finished = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in DocumentBatch.MakeAsync(briefed.PressWith(worker), Card, Thirty, folder.FullName, cancelled.Token))
            {
                if (++finished == 3) await cancelled.CancelAsync();
            }
        });

        Assert.Equal(["card-01.pdf", "card-02.pdf", "card-03.pdf"], Directory.GetFiles(folder.FullName, "*.pdf").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        Assert.Empty(Directory.GetFiles(folder.FullName, "*.part"));
    }

    [Fact]
    public async Task Make_DocumentIsOpenElsewhere_IsAFaultOfThatOneAlone()
    {
        using var worker = Worker();
        // A folder in the place of the file: no program can write over it.
        Directory.CreateDirectory(Path.Combine(folder.FullName, "card-02.docx", "x"));
        var faults = new List<string>();
        await foreach (var (request, outcome) in DocumentBatch.MakeAsync(briefed.PressWith(worker), Card, Thirty.Take(3).ToList(), folder.FullName, CancellationToken.None)) faults.AddRange(outcome.Faults.Select(_ => request.Name));

        Assert.Equal(["card-02"], faults);
        Assert.True(File.Exists(Path.Combine(folder.FullName, "card-03.docx")));
    }

    [Fact]
    public void Requests_AreOneForTheSourceForEachCountyOrForEachSchool()
    {
        Assert.Equal("city-2024", Assert.Single(briefed.RequestsOf("city", null)).Name);
        Assert.Equal(9, briefed.RequestsOf("card", null).Count);
        Assert.Equal("county-2024-990101", Assert.Single(briefed.RequestsOf("county", BriefedCity.County)).Name);
        Assert.Equal(briefed.One("select count(*) from school where year = 2024 and county_code = $county"), briefed.RequestsOf("school", BriefedCity.County).Count.ToString(CultureInfo.InvariantCulture));
        Assert.Empty(briefed.RequestsOf("card", "000000"));
    }

    public void Dispose() => folder.Delete(recursive: true);

    NodeWorker Worker()
    {
        var script = Path.Combine(folder.FullName, "worker.mjs");
        File.WriteAllText(script, """
            import { existsSync, writeFileSync } from 'node:fs';
            import { createInterface } from 'node:readline';
            const once = new URL('./hung-once', import.meta.url);
            const pdf = Buffer.from('%PDF-1.7 /Type /Page\n').toString('base64');
            createInterface({ input: process.stdin }).on('line', (line) => {
              const { id, source } = JSON.parse(line);
              if (source.includes('县05') && !existsSync(once)) return writeFileSync(once, '');
              if (source.includes('县09')) return;
              if (source.includes('县13')) { console.error('out of memory'); process.exit(1); }
              const error = source.includes('县21') ? { code: 'bad', message: 'bad spec' } : undefined;
              console.log(JSON.stringify({ id, ok: !error, error, pdfBase64: pdf }));
            });
            """);
        return new NodeWorker(new NodeWorkerOptions(script) { Timeout = TimeSpan.FromSeconds(2) });
    }
}
