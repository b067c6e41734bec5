using Junheng.Pipelines;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Cli.Console;

/// <summary>Rows to standard output in the format asked for: header first, and nothing else.</summary>
public static class RowOutput
{
    public static void Write(RowSet rows, string format, Terminal terminal)
    {
        switch (format)
        {
            case "csv":
                RowFormats.WriteCsv(rows, System.Console.Out);
                break;
            case "json":
                using (var stream = System.Console.OpenStandardOutput()) RowFormats.WriteJson(rows, stream);
                break;
            default:
                terminal.Table(rows);
                break;
        }
    }

    /// <summary>To a file, for a spreadsheet: CSV with a byte order mark, because that is how Excel knows UTF-8.</summary>
    public static void WriteFile(RowSet rows, string format, string path)
    {
        MakeFolderOf(path);
        AtomicFile.Write(path, stream =>
        {
            if (format == "json")
            {
                RowFormats.WriteJson(rows, stream);
                return;
            }

            using var writer = new StreamWriter(stream, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
            RowFormats.WriteCsv(rows, writer);
        });
    }

    public static void MakeFolderOf(string path) => Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
}
