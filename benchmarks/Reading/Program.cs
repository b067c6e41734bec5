using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using Junheng.Pipelines.Ingest.Raw;
using Junheng.Pipelines.Ingest.Readers;
using Junheng.Pipelines.Ingest.Sources;
using Junheng.Pipelines.Warehouse.Engine;

// Our reading (cells and raw store) beside DuckDB's read_csv and a bare ExcelDataReader loop, on the same invented table: dotnet run -c Release [rows].
// Each way runs in a process of its own, so that its peak of memory is its own; ours and theirs take turns, so that what else the machine does hits both. Medians of the rounds.
const int Rounds = 5;
var rows = args.Length > 0 && int.TryParse(args[0], CultureInfo.InvariantCulture, out var said) ? said : 200_000;
if (args.Length == 3) return Measure(args[1], args[2]);

var folder = Directory.CreateTempSubdirectory("junheng-reading-");
try
{
    var csv = Path.Combine(folder.FullName, "t.csv");
    File.WriteAllLines(csv, Enumerable.Range(0, rows + 1).Select(row => string.Join(',', Cells(row))));
    var workbook = Path.Combine(folder.FullName, "t.xlsx");
    WriteWorkbook(workbook);
    foreach (var (file, theirs) in new[] { (csv, "duckdb"), (workbook, "exceldatareader") })
    {
        var runs = Enumerable.Range(0, Rounds).Select(_ => (Ours: Run("ours", file), Reader: Run("reader", file), Theirs: Run(theirs, file))).ToList();
        double Median(Func<((double Seconds, double Megabytes) Ours, (double Seconds, double Megabytes) Reader, (double Seconds, double Megabytes) Theirs), double> of) => runs.Select(of).Order().ElementAt(Rounds / 2);
        Console.WriteLine(FormattableString.Invariant($"{Path.GetExtension(file)}, {rows} rows of 20 cells"));
        Console.WriteLine(FormattableString.Invariant($"  {theirs}: {rows / Median(run => run.Theirs.Seconds):0} rows/s, {Median(run => run.Theirs.Megabytes):0} MB"));
        Console.WriteLine(FormattableString.Invariant($"  our reader alone: {rows / Median(run => run.Reader.Seconds):0} rows/s, {Median(run => run.Reader.Megabytes):0} MB; time ×{Median(run => run.Reader.Seconds / run.Theirs.Seconds):0.0}, memory ×{Median(run => run.Reader.Megabytes / run.Theirs.Megabytes):0.0}"));
        Console.WriteLine(FormattableString.Invariant($"  read and kept: {rows / Median(run => run.Ours.Seconds):0} rows/s, {Median(run => run.Ours.Megabytes):0} MB; time ×{Median(run => run.Ours.Seconds / run.Theirs.Seconds):0.0}, memory ×{Median(run => run.Ours.Megabytes / run.Theirs.Megabytes):0.0}"));
    }

    return 0;
}
finally
{
    folder.Delete(recursive: true);
}

static string[] Cells(int row) => Enumerable.Range(0, 20).Select(column => row == 0
    ? string.Create(CultureInfo.InvariantCulture, $"列{column}")
    : column == 0 ? string.Create(CultureInfo.InvariantCulture, $"第{row}小学") : (row * 7919L % 100003 * (column + 1) / 10m).ToString(CultureInfo.InvariantCulture)).ToArray();

(double Seconds, double Megabytes) Run(string way, string file)
{
    var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
    foreach (var argument in new[] { "0", way, file }) start.ArgumentList.Add(argument);
    using var process = Process.Start(start)!;
    var answer = process.StandardOutput.ReadToEnd().Trim().Split(' ');
    process.WaitForExit();
    return (double.Parse(answer[0], CultureInfo.InvariantCulture), double.Parse(answer[1], CultureInfo.InvariantCulture));
}

static int Measure(string way, string file)
{
    Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
    var folder = Directory.CreateTempSubdirectory("junheng-reading-");
    var clock = Stopwatch.StartNew();
    if (way == "exceldatareader")
    {
        using var stream = File.OpenRead(file);
        using var reader = ExcelReaderFactory.CreateReader(stream);
        var filled = 0L;
        while (reader.Read())
        {
            for (var column = 0; column < reader.FieldCount; column++) filled += reader.GetValue(column) is null ? 0 : 1;
        }
    }
    else if (way == "reader")
    {
        _ = FileReaders.For(file)!.Read(FileAt(file), [], CancellationToken.None).Sum(row => row.Cells.Count);
    }
    else
    {
        using var engine = DuckDbEngine.Open(new EngineOptions(Environment.ProcessorCount, "4GB", folder.FullName));
        var parquet = Path.Combine(folder.FullName, "t.parquet");
        if (way == "duckdb") engine.Execute($"COPY (SELECT * FROM read_csv({SqlText.Literal(file)}, all_varchar = true)) TO {SqlText.Literal(parquet)} (FORMAT parquet, COMPRESSION zstd)", CancellationToken.None);
        else new RawStore(Path.Combine(folder.FullName, "raw"), folder.FullName).Keep([FileAt(file)], engine, [], _ => { }, CancellationToken.None);
    }

    using var self = Process.GetCurrentProcess();
    Console.WriteLine(FormattableString.Invariant($"{clock.Elapsed.TotalSeconds} {self.PeakWorkingSet64 / 1048576.0}"));
    folder.Delete(recursive: true);
    return 0;
}

static FiledFile FileAt(string file) => new(Path.GetFileName(file), file, [], 2024, "utf-8", Hash(file), 0);

static string Hash(string file)
{
    using var stream = File.OpenRead(file);
    return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(stream));
}

void WriteWorkbook(string path)
{
    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
    Part("xl/workbook.xml", writer => writer.Write($"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"示例数据\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"));
    Part("xl/_rels/workbook.xml.rels", writer => writer.Write($"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"));
    Part("xl/worksheets/sheet1.xml", writer =>
    {
        writer.Write($"<worksheet xmlns=\"{Main}\"><sheetData>");
        for (var row = 0; row <= rows; row++)
        {
            writer.Write("<row>");
            foreach (var (cell, column) in Cells(row).Select((cell, column) => (cell, column)))
                writer.Write(row == 0 || column == 0 ? $"<c t=\"inlineStr\"><is><t>{cell}</t></is></c>" : $"<c><v>{cell}</v></c>");
            writer.Write("</row>");
        }

        writer.Write("</sheetData></worksheet>");
    });

    void Part(string name, Action<StreamWriter> write)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open());
        write(writer);
    }
}
