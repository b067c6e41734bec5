using System.CommandLine;
using Junheng.Cli.Console;
using Junheng.Pipelines.Synthesis;
using Junheng.Pipelines.Synthesis.Layouts;

namespace Junheng.Cli.Commands;

/// <summary><c>junheng synth</c>: the fictional demo city or district, the same bytes for the same seed.</summary>
internal static class SynthCommand
{
    public static Command Create(Terminal terminal, SharedFlags options)
    {
        var seed = new Option<ulong>("--seed") { Description = terminal.Texts["option.seed"], HelpName = "N", DefaultValueFactory = _ => 1 };
        var force = new Option<bool>("--force") { Description = terminal.Texts["option.force"] };
        var layout = new Option<string>("--layout") { Description = terminal.Texts["synth.layout"], HelpName = "tables|template|wide|workbook", DefaultValueFactory = _ => "tables" }.AcceptOnlyFromAmong("tables", "template", "wide", "workbook");
        var sample = new Option<string>("--sample") { Description = terminal.Texts["synth.sample"], HelpName = "city|district", DefaultValueFactory = _ => "city" }.AcceptOnlyFromAmong("city", "district");
        var format = options.Format("csv", "gb18030", "xlsx", "xls");
        var command = new Command("synth", terminal.Texts["synth.description"]) { sample, seed, layout, format, options.Out, force };
        command.SetAction((parsed, cancellation) =>
        {
            var folder = parsed.GetValue(options.Out) ?? throw new WrongUsageException(terminal.Texts["usage.needs_out"]);
            var shape = new SampleShape(Enum.Parse<SampleLayout>(parsed.GetValue(layout)!, ignoreCase: true), Enum.Parse<SampleFormat>(parsed.GetValue(format)!, ignoreCase: true));
            var district = parsed.GetValue(sample) == "district";
            if (district && shape != SampleShape.Plain) throw new WrongUsageException(terminal.Texts["synth.one_way"]);
            var outcome = district
                ? DemoDistrict.Write(folder, parsed.GetValue(seed), parsed.GetValue(force), cancellation)
                : DemoCity.Write(folder, parsed.GetValue(seed), parsed.GetValue(force), shape, cancellation);
            if (!outcome.IsWritten)
                throw new WrongUsageException(terminal.Texts[outcome.Refusal == SynthesisRefusal.NotAFolder ? "synth.not_folder" : "synth.refused", ("path", folder)]);
            terminal.Say("synth.done", ("count", outcome.Files.Count), ("path", folder), ("seed", parsed.GetValue(seed)));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
