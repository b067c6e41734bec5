using System.CommandLine;
using Junheng.Cli.Console;

namespace Junheng.Cli.Commands;

/// <summary><c>junheng build</c>: a snapshot, and nothing drawn.</summary>
internal static class BuildCommand
{
    public static Command Create(Terminal terminal, SharedFlags options, Warehouses warehouses)
    {
        var input = new Argument<string>("input") { Description = terminal.Texts["argument.input"] };
        var command = new Command("build", terminal.Texts["build.description"])
        {
            input, options.Warehouse, options.Out, options.AsOf, options.RulePack, options.Set, options.AcceptPartial, options.Threads, options.Wait,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var (outcome, exit) = new BuildWork(terminal, options, warehouses).Build(parsed, parsed.GetValue(input)!, "build", cancellation);
            if (outcome is not null && exit == ExitCode.Done) new Summary(terminal).Made(outcome);
            return Task.FromResult(exit);
        });
        return command;
    }
}
