using System.IO.Compression;

namespace Junheng.Pipelines.Ingest.Readers;

/// <summary>The cells of a workbook that show an error, such as <c>#DIV/0!</c>. The reading library hands them over as blank ones, and an error is no blank.</summary>
internal abstract class ErrorCells : IDisposable
{
    /// <summary>Those of one sheet, in the order of its rows.</summary>
    /// <param name="sheet">Counted from 0, in the workbook's own order.</param>
    public abstract SheetErrors Of(int sheet);

    /// <summary>Whether the workbook is encrypted inside, so that an error cannot be told from a blank. Known once a sheet was asked for.</summary>
    public virtual bool AreHidden => false;

    public static ErrorCells Open(string path, ReadingBounds bounds)
    {
        var stream = File.OpenRead(path);
        try
        {
            return FileStart.Of(FileStart.Read(path)).Kind == FileKind.Zip
                ? new ArchivedErrorCells(new ZipArchive(stream), bounds)
                : new RecordedErrorCells(stream);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    public abstract void Dispose();
}

/// <summary>Walks beside the rows of a sheet.</summary>
/// <param name="cells">Rows and columns counted from 1, by row.</param>
internal sealed class SheetErrors(IEnumerable<(int Row, int Column, string Text)> cells) : IDisposable
{
    static readonly Dictionary<int, string> None = [];

    readonly IEnumerator<(int Row, int Column, string Text)> next = cells.GetEnumerator();
    bool started;
    bool ended;

    /// <summary>Column → what it shows. Call for every row in its order.</summary>
    public IReadOnlyDictionary<int, string> In(int row)
    {
        if (!started) (started, ended) = (true, !next.MoveNext());
        Dictionary<int, string>? found = null;
        for (; !ended && next.Current.Row <= row; ended = !next.MoveNext())
        {
            if (next.Current.Row == row) (found ??= [])[next.Current.Column] = next.Current.Text;
        }

        return found ?? None;
    }

    public void Dispose() => next.Dispose();
}
