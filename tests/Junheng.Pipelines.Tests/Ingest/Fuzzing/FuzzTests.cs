using System.Diagnostics;
using System.Globalization;
using System.Text;
using Junheng.Models;
using Junheng.Models.Findings;
using Junheng.Pipelines.Formats;
using Junheng.Pipelines.Ingest;
using Junheng.Pipelines.Ingest.Mapping;
using Junheng.Pipelines.Ingest.Readers;
using Junheng.Pipelines.Ingest.Sources;
using Junheng.Pipelines.Publishing.Returning;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Tests.Ingest.Fuzzing;

/// <summary>
/// Damaged files and damaged maps, each made from a seed and its number: they are read and mapped, or refused in words; nothing is thrown, nothing hangs, nothing grows without bound.
/// <c>eng/fuzz.sh MINUTES</c> runs for longer and writes what it saw; the suite takes a few of the kept seeds.
/// </summary>
public sealed class FuzzTests : IDisposable
{
    const int Few = 30;
    const int Many = 120;
    const long MostAllocated = 2L << 30;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    static readonly int Seconds = int.TryParse(Environment.GetEnvironmentVariable("JUNHENG_FUZZ_SECONDS"), CultureInfo.InvariantCulture, out var said) ? said : 0;
    static readonly string[] Maps = ["statistics-wide", "school-workbook", "template"];

    readonly string folder = Directory.CreateTempSubdirectory("junheng-fuzz-").FullName;
    readonly SortedDictionary<string, int> ends = new(StringComparer.Ordinal);
    long mostAllocated;
    TimeSpan longest;

    /// <summary>Where a run begins: it goes on from each through the seeds after it.</summary>
    public static TheoryData<int> KeptSeeds => [1, 20240901];

    [Theory]
    [MemberData(nameof(KeptSeeds))]
    public void Read_DamagedInputs_AreReadOrRefusedInWords(int seed)
    {
        var clock = Stopwatch.StartNew();
        var inputs = 0;
        for (var one = seed; one == seed || clock.Elapsed.TotalSeconds < Seconds; one++)
        {
            for (var number = 0; number < (Seconds > 0 ? Many : Few); number++, inputs++) Try(one, number);
        }

        if (Seconds > 0) Log(seed, inputs, clock.Elapsed);
    }

    /// <summary>Those that once found something.</summary>
    [Theory]
    [InlineData(20241039, 108)] // a bracket closed by the other kind
    public void Read_InputThatOnceBrokeIt_IsReadOrRefusedInWords(int seed, int number) => Try(seed, number);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    void Try(int seed, int number)
    {
        var allocated = 0L;
        var clock = Stopwatch.StartNew();
        // A thread of its own: what hangs is told with its seed, and does not take the run with it.
        var attempt = Task.Factory.StartNew(
            () =>
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                var random = new Random(HashOf(seed, number));
                if (number % 4 == 0) DamagedMap(random);
                else DamagedFile(random);
                allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var ended = ((IAsyncResult)attempt).AsyncWaitHandle.WaitOne(Patience);
        Assert.True(ended, FormattableString.Invariant($"seed {seed}, input {number}: still at it after {Patience.TotalSeconds} s"));
        Assert.True(attempt.Exception is null, FormattableString.Invariant($"seed {seed}, input {number}: {attempt.Exception?.InnerException}"));
        Assert.True(allocated < MostAllocated, FormattableString.Invariant($"seed {seed}, input {number}: {allocated} bytes"));
        mostAllocated = Math.Max(mostAllocated, allocated);
        longest = clock.Elapsed > longest ? clock.Elapsed : longest;
    }

    void DamagedFile(Random random)
    {
        var whole = WholeInputs.All[random.Next(WholeInputs.All.Count)];
        var path = Path.Combine(folder, whole.Name);
        File.WriteAllBytes(path, new Damage(random).Of(whole.Bytes));
        var file = new FiledFile(whole.Name, path, whole.Datasets, 2024, TextEncodings.Detect, "", 0) { Form = whole.Form };
        var findings = new FindingList();
        var rows = FileReaders.For(whole.Name)!.Read(file, findings, CancellationToken.None).ToList();
        Assert.True(rows.Count > 0 || findings.HasErrors, "no row and no word");
        BareFile.Read(path, [], CancellationToken.None);
        Count(findings.HasErrors ? "refused " + findings.First(finding => finding.Severity == Severity.Error).Code : "read");
        if (!findings.HasErrors) Map(file, rows, Path.Combine(ShippedContent.Maps, whole.Map + ".yaml"), findings);
        if (!findings.HasErrors || random.Next(4) > 0 || !FileStart.Read(path).AsSpan().StartsWith("PK"u8)) return;
        var (written, _) = new MarkedCopy(file, path, findings, () => rows, TextBook.In(Language.Zh)).TryWrite(path + ".back.xlsx");
        Count(written ? "sent back as its own" : "to be written anew");
    }

    void DamagedMap(Random random)
    {
        var path = Path.Combine(folder, "map.yaml");
        var text = File.ReadAllText(Path.Combine(ShippedContent.Maps, Maps[random.Next(Maps.Length)] + ".yaml"));
        File.WriteAllBytes(path, new Damage(random).Of(Encoding.UTF8.GetBytes(text)));
        var whole = WholeInputs.All[random.Next(7)];
        var file = new FiledFile(whole.Name, "", whole.Datasets, 2024, TextEncodings.Detect, "", 0) { Form = whole.Form };
        Map(file, [.. ReadFileRows(whole)], path, []);
    }

    IReadOnlyList<RawRow> ReadFileRows(WholeInput whole)
    {
        var path = Path.Combine(folder, "whole-" + whole.Name);
        if (!File.Exists(path)) File.WriteAllBytes(path, whole.Bytes);
        return FileReaders.For(whole.Name)!.Read(new FiledFile(whole.Name, path, whole.Datasets, 2024, TextEncodings.Detect, "", 0), [], CancellationToken.None).ToList();
    }

    void Map(FiledFile file, IReadOnlyList<RawRow> rows, string mapPath, FindingList findings)
    {
        var catalog = FieldCatalogReader.Read(ShippedContent.Fields, findings);
        if (ColumnMapReader.Read(mapPath, "map.yaml", catalog, findings) is not { } read)
        {
            Assert.True(findings.HasErrors, "no map and no word");
            Count("map refused");
            return;
        }

        var source = new Source("fuzz", "", new Bilingual("", ""), true, default, "", "map.yaml", ["-"], false, false, new Dictionary<string, string>(), [], "", new Dictionary<string, Place>());
        var mapper = new Mapper(source, read.Map, read.Catalog, findings);
        mapper.Map([file], [file], _ => rows);
        Assert.All(mapper.Counts, count => Assert.True(count.Accounted, count.ToString()));
        foreach (var kind in findings.DistinctBy(finding => finding.Code)) Told.InBothLanguages(kind);
        Count(findings.HasErrors ? "mapped with faults" : "mapped");
    }

    void Count(string end) => ends[end] = ends.GetValueOrDefault(end) + 1;

    void Log(int seed, int inputs, TimeSpan taken)
    {
        using var self = Process.GetCurrentProcess();
        var text = string.Create(CultureInfo.InvariantCulture, $"from seed {seed}: {inputs} inputs in {taken.TotalSeconds:0} s; slowest {longest.TotalMilliseconds:0} ms; most allocated by one {mostAllocated >> 20} MB; peak of the process {self.PeakWorkingSet64 >> 20} MB\n")
            + string.Concat(ends.OrderByDescending(end => end.Value).Select(end => string.Create(CultureInfo.InvariantCulture, $"  {end.Value} {end.Key}\n")));
        if (Environment.GetEnvironmentVariable("JUNHENG_FUZZ_LOG") is { Length: > 0 } log) File.AppendAllText(log, text);
    }

    // The same on every machine, unlike HashCode.
    static int HashOf(int seed, int number) => unchecked((seed * 1_000_003) ^ (number * 7919));
}
