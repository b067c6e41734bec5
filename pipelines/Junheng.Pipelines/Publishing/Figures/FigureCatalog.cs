using System.Text.RegularExpressions;

namespace Junheng.Pipelines.Publishing.Figures;

/// <summary>The figures under a folder, by id, and the theme they share.</summary>
public sealed partial class FigureCatalog
{
    FigureCatalog(string folder, IReadOnlyList<Figure> figures, IReadOnlyList<FigureFault> faults)
    {
        Folder = folder;
        Figures = figures;
        Faults = faults;
    }

    public string Folder { get; }

    public string ThemePath => Path.Combine(Folder, "theme.json");

    /// <summary>In the order of their ids.</summary>
    public IReadOnlyList<Figure> Figures { get; }

    /// <summary>Folders that were meant to be figures and are not.</summary>
    public IReadOnlyList<FigureFault> Faults { get; }

    public Figure? Find(string id) => Figures.FirstOrDefault(figure => string.Equals(figure.Id, id, StringComparison.Ordinal));

    public static FigureCatalog Open(string folder)
    {
        if (!Directory.Exists(folder))
            return new(folder, [], [new("figures_absent", $"There is no folder {folder}.", "Point to the folder that holds one folder a figure.")]);

        var figures = new List<Figure>();
        var faults = new List<FigureFault>();
        foreach (var path in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
        {
            var figure = new Figure(Path.GetFileName(path), path);
            if (Fault(figure) is { } fault)
                faults.Add(fault);
            else
                figures.Add(figure);
        }

        return new(folder, figures, faults);
    }

    static FigureFault? Fault(Figure figure)
    {
        if (!Id().IsMatch(figure.Id))
            return new("figure_id", $"'{figure.Id}' is not the id of a figure.", "Name the folder with small Latin letters, digits and hyphens.");

        string[] missing = [.. new[] { figure.QueryPath, figure.SpecPath, figure.WordsPath }.Where(path => !File.Exists(path)).Select(path => Path.GetFileName(path))];
        return missing is []
            ? null
            : new("figure_incomplete", $"The figure '{figure.Id}' lacks {string.Join(" and ", missing)}.", "Add the file, or remove the folder.");
    }

    // It becomes a file name and is typed on a command line.
    [GeneratedRegex("^[a-z0-9-]+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();
}
