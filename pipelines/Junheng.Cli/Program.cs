using System.CommandLine;
using System.Text;
using Junheng.Cli;
using Junheng.Cli.Commands;
using Junheng.Cli.Console;
using Junheng.Pipelines.Warehouse.Reading;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var terminal = new Terminal(LanguageChoice.Of(args));
LanguageChoice.Follow(terminal.Language);
var options = new SharedFlags(terminal.Texts);
var warehouses = new Warehouses(terminal, options);
var root = new RootCommand(terminal.Texts["app.description"])
{
    options.Lang,
    RunCommand.Create(terminal, options, warehouses),
    IngestCommand.Create(terminal, options, warehouses),
    BuildCommand.Create(terminal, options, warehouses),
    CheckCommand.Create(terminal, options, warehouses),
    StatusCommand.Create(terminal, options, warehouses),
    QueryCommand.Create(terminal, options, warehouses),
    ExplainCommand.Create(terminal, options, warehouses),
    ExportCommand.Create(terminal, options, warehouses),
    RankCommand.Create(terminal, options, warehouses),
    GapCommand.Create(terminal, options, warehouses),
    PlanCommand.Create(terminal, options, warehouses),
    WhatIfCommand.Create(terminal, options, warehouses),
    FiguresCommand.Create(terminal, options, warehouses),
    BriefCommand.Create(terminal, options, warehouses),
    WorkbookCommand.Create(terminal, options, warehouses),
    SnapshotsCommand.Create(terminal, options, warehouses),
    DiffCommand.Create(terminal, options, warehouses),
    DriftCommand.Create(terminal, options),
    TemplateCommand.Create(terminal, options, warehouses),
    SynthCommand.Create(terminal, options),
};

try
{
    var parsed = root.Parse(args);
    var exit = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    return parsed.Errors.Count > 0 ? ExitCode.WrongUsage : exit;
}
catch (WrongUsageException wrong)
{
    terminal.NoteLine(wrong.Message);
    return ExitCode.WrongUsage;
}
catch (OlderSnapshotException older)
{
    terminal.Note("usage.older_snapshot", ("table", older.Table));
    return ExitCode.WrongUsage;
}
catch (OperationCanceledException)
{
    terminal.Note("cancelled");
    return ExitCode.Cancelled;
}
catch (Exception refused) when (refused is UnauthorizedAccessException or DirectoryNotFoundException or PathTooLongException)
{
    // Folders are the user's: one that cannot be read or written is not a fault of ours.
    terminal.Note("usage.no_access", ("message", refused.Message));
    return ExitCode.WrongUsage;
}
#pragma warning disable CA1031 // The outermost line: whatever was not foreseen is a fault of ours and says so.
catch (Exception fault)
#pragma warning restore CA1031
{
    terminal.Note("fault", ("message", fault.ToString()));
    return ExitCode.Fault;
}
finally
{
    Scratch.Clear();
}
