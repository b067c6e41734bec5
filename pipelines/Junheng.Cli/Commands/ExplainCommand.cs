using System.CommandLine;
using Junheng.Cli.Console;
using Junheng.Pipelines.Publishing.Explaining;
using Junheng.Pipelines.Publishing.Explaining.Words;

namespace Junheng.Cli.Commands;

/// <summary><c>junheng explain</c>: one number, back to its formula, its clause and the cells it was filed in.</summary>
internal static class ExplainCommand
{
    const int Narrowest = 80;

    const int Widest = 120;

    public static Command Create(Terminal terminal, SharedFlags options, Warehouses warehouses)
    {
        var what = new Argument<string>("table") { Description = terminal.Texts["argument.explained"] };
        var values = new Argument<string[]>("values") { Description = terminal.Texts["argument.grain"], Arity = ArgumentArity.ZeroOrMore };
        var all = new Option<bool>("--all") { Description = terminal.Texts["option.all"] };
        var format = options.Format("table", "json");
        var command = new Command("explain", terminal.Texts["explain.description"]) { what, values, options.Warehouse, options.Snapshot, all, format };
        command.SetAction((parsed, cancellation) =>
        {
            using var reader = Warehouses.Reader(warehouses.SnapshotOf(parsed));
            var (explanation, refusal) = new Explainer(reader, cancellation).Explain(parsed.GetValue(what)!, parsed.GetValue(values) ?? []);
            if (explanation is null) throw new WrongUsageException(Wordings.Of(refusal!, terminal.Texts));
            if (parsed.GetValue(format) == "json")
            {
                using var stream = System.Console.OpenStandardOutput();
                ExplanationJson.Write(explanation, terminal.Texts, stream);
            }
            else
            {
                System.Console.Out.Write(ExplanationText.Of(explanation, terminal.Texts, Width(), parsed.GetValue(all)));
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    // A file has no edge, but people read it in an editor.
    static int Width() => System.Console.IsOutputRedirected ? 100 : Math.Clamp(System.Console.WindowWidth, Narrowest, Widest);
}
