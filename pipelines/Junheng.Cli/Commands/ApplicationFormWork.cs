using System.CommandLine;
using System.Globalization;
using Junheng.Cli.Console;
using Junheng.Pipelines.Publishing.Reviewing;

namespace Junheng.Cli.Commands;

/// <summary>Writes the application form (申报表 Ⅰ–Ⅵ): blank, or filled in with what we compute for a county.</summary>
internal sealed class ApplicationFormWork(Terminal terminal, SharedFlags options, Warehouses warehouses)
{
    const string FileName = "申报表.xlsx";

    public int Write(ParseResult parsed, string? county, int? year, bool force, CancellationToken cancellation)
    {
        var folder = parsed.GetValue(options.Out) ?? throw new WrongUsageException(terminal.Texts["usage.needs_out"]);
        var path = Path.Combine(folder, FileName);
        if (File.Exists(path) && !force) throw new WrongUsageException(terminal.Texts["template.form_taken", ("path", path)]);
        if (county is null && year is null)
        {
            FormWorkbook.Blank(FormReviewWork.Form()).Write(path);
        }
        else
        {
            using var reader = Warehouses.Reader(warehouses.SnapshotOf(parsed));
            var (of, about) = FormReviewWork.Subject(terminal, reader, county, year, cancellation);
            FormWorkbook.Filled(FormReviewWork.Form(), reader, of, about, cancellation).Write(path);
        }

        terminal.SayLine(path);
        return ExitCode.Done;
    }
}
