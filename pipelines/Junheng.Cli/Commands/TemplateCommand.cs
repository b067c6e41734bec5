using System.CommandLine;
using Junheng.Cli.Console;
using Junheng.Models.Fields;
using Junheng.Pipelines.Publishing.Templates;
using Junheng.Pipelines.Texts;

namespace Junheng.Cli.Commands;

/// <summary><c>junheng template</c>: the workbook that counties fill in, and the source that reads it; or the form they apply with.</summary>
internal static class TemplateCommand
{
    public static Command Create(Terminal terminal, SharedFlags options, Warehouses warehouses)
    {
        var datasets = new Argument<string[]>("datasets") { Description = terminal.Texts["argument.datasets"], Arity = ArgumentArity.ZeroOrMore };
        var force = new Option<bool>("--force") { Description = terminal.Texts["template.force"] };
        var form = new Option<bool>("--form") { Description = terminal.Texts["option.form_template"] };
        var county = new Option<string?>("--county") { Description = terminal.Texts["option.form_subject"], HelpName = "CODE" };
        var year = new Option<int?>("--year") { Description = terminal.Texts["template.form_year"], HelpName = "YEAR" };
        var command = new Command("template", terminal.Texts["template.description"]) { datasets, options.Out, options.AsOf, force, form, county, year, options.Warehouse, options.Snapshot };
        command.SetAction((parsed, cancellation) =>
        {
            if (parsed.GetValue(form)) return Task.FromResult(new ApplicationFormWork(terminal, options, warehouses).Write(parsed, parsed.GetValue(county), parsed.GetValue(year), parsed.GetValue(force), cancellation));
            if (new Option[] { county, year, options.Warehouse, options.Snapshot }.Any(one => parsed.GetResult(one) is { Implicit: false })) throw new WrongUsageException(terminal.Texts["template.form_only"]);
            var folder = parsed.GetValue(options.Out) ?? throw new WrongUsageException(terminal.Texts["usage.needs_out"]);
            var (catalog, pack) = NationalForms.Read();
            var forms = FilingForm.All(Chosen(parsed.GetValue(datasets) ?? [], catalog, terminal.Texts), pack);
            if (TemplateFolder.IsTaken(folder) && !parsed.GetValue(force)) throw new WrongUsageException(terminal.Texts["template.taken", ("path", folder)]);
            var written = TemplateFolder.Write(folder, forms, NationalForms.PackName, options.Date(parsed) ?? DateOnly.FromDateTime(DateTime.Today), terminal.Texts);
            foreach (var path in written) terminal.SayLine(path);
            terminal.Note("template.done", ("count", forms.Count), ("path", folder));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    static IReadOnlyList<Dataset> Chosen(string[] names, FieldCatalog catalog, TextBook texts)
    {
        foreach (var name in names.Where(name => catalog.Find(name) is null))
            throw new WrongUsageException(texts["template.unknown", ("name", name), ("known", string.Join(", ", Nearest.First(name, catalog.Datasets.Select(dataset => dataset.Name))))]);
        return names.Length == 0 ? catalog.Datasets : catalog.Datasets.Where(dataset => names.Contains(dataset.Name, StringComparer.Ordinal)).ToList();
    }
}
