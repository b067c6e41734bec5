using System.Globalization;
using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Sources;

namespace Junheng.Pipelines.Ingest.Readers;

/// <summary>Reads workbooks, .xlsx and .xls: every sheet, hidden ones too, cells as the text one would type.</summary>
public sealed class WorkbookReader(ReadingBounds? bounds = null) : IFileReader
{
    readonly ReadingBounds bounds = bounds ?? ReadingBounds.Default;

    static WorkbookReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public string Version => "workbook 3";

    public bool Reads(string fileName) =>
        Path.GetExtension(fileName).ToLowerInvariant() is ".xlsx" or ".xls" or ".xlsm" or ".et";

    public IEnumerable<RawRow> Read(FiledFile file, FindingList findings, CancellationToken cancellation)
    {
        using var stream = File.OpenRead(file.Path);
        if (!WorkbookInspection.Passes(stream, file, bounds, findings)) yield break;
        var attempt = new Attempt(file, findings);
        using var reader = attempt.At(0, () => Open(stream));
        if (reader is null) yield break;
        if (reader.ResultsCount > bounds.Sheets)
        {
            findings.Add(TooMany("FILE-TOO-MANY-SHEETS", new Place(file.Name), reader.ResultsCount, bounds.Sheets));
            yield break;
        }

        using var errors = attempt.At(0, () => ErrorCells.Open(file.Path, bounds));
        if (errors is null) yield break;
        var (anything, number) = (false, 0);
        do
        {
            using var shown = attempt.At(0, () => errors.Of(number++), reader.Name);
            if (shown is null) yield break;
            var sheet = new SheetRows(reader, shown, file, bounds, findings, attempt);
            if (!sheet.IsBounded()) yield break;
            foreach (var row in sheet.Read(cancellation))
            {
                if (!anything || row.Number == 1) cancellation.ThrowIfCancellationRequested();
                anything = true;
                yield return row;
            }

            if (attempt.Failed) yield break;
            if (sheet.Any && reader.VisibleState != "visible") findings.Add(Finding.Note("FILE-SHEET-HIDDEN", new Place(file.Name, reader.Name)));
        }
        while (attempt.At(0, reader.NextResult));

        if (anything && errors.AreHidden) findings.Add(Finding.Warning("FILE-ERRORS-HIDDEN", new Place(file.Name)));
        if (!anything && !attempt.Failed) findings.Add(Finding.Error("FILE-EMPTY", new Place(file.Name)));
    }

    internal static Finding TooMany(string code, Place place, long count, long most) =>
        Finding.Error(code, place, count.ToString(CultureInfo.InvariantCulture), ("most", most.ToString(CultureInfo.InvariantCulture)));

    // The password is the one spreadsheet programs set for «protected, but anybody may read».
    internal static IExcelDataReader Open(Stream stream) =>
        ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { Password = "VelvetSweatshop", FallbackEncoding = TextEncodings.Of(TextEncodings.Gb18030), LeaveOpen = true });

    /// <summary>One step of the library. It has no word of its own for a damaged file and trips over it in many ways; each is the one finding that says so.</summary>
    internal sealed class Attempt(FiledFile file, FindingList findings)
    {
        public bool Failed { get; private set; }

        public T? At<T>(int row, Func<T> step, string sheet = "")
        {
            try
            {
                return step();
            }
            catch (InvalidPasswordException)
            {
                Fail(Finding.Error("FILE-PASSWORD", new Place(file.Name)));
            }
            catch (XmlException wrong) when (wrong.Message.Contains("DTD", StringComparison.Ordinal))
            {
                Fail(Finding.Error("FILE-ENTITIES", new Place(file.Name)));
            }
            catch (Exception wrong) when (wrong is not (OperationCanceledException or OutOfMemoryException))
            {
                Fail(Finding.Error("FILE-DAMAGED", new Place(file.Name, sheet, row), "", ("problem", wrong.Message)));
            }

            return default;
        }

        /// <summary>Something else was found wrong: no further row is read.</summary>
        public bool Stop()
        {
            Failed = true;
            return false;
        }

        void Fail(Finding finding)
        {
            Failed = true;
            findings.Add(finding);
        }
    }
}
