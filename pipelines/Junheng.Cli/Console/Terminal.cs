using Junheng.Models;
using Junheng.Pipelines.Texts;
using Junheng.Pipelines.Warehouse.Reading;
using Spectre.Console;

namespace Junheng.Cli.Console;

/// <summary>
/// What people and programs read. Rows go to standard output; with a machine format nothing else does: parameters, progress and notes go to standard error.
/// </summary>
public sealed class Terminal
{
    readonly IAnsiConsole output;
    readonly IAnsiConsole error;

    public Terminal(Language language)
    {
        Texts = TextBook.In(language);
        output = Create(System.Console.Out, System.Console.IsOutputRedirected);
        error = Create(System.Console.Error, System.Console.IsErrorRedirected);
    }

    public TextBook Texts { get; }

    public Language Language => Texts.Language;

    /// <summary>Whether a person watches: then progress is a bar, else plain lines.</summary>
    public static bool Watched => !System.Console.IsErrorRedirected;

    /// <summary>A line of the answer.</summary>
    public void SayLine(string line) => output.WriteLine(line);

    public void Say(string key, params (string, object?)[] facts) => output.WriteLine(Texts[key, facts]);

    /// <summary>A line beside the answer.</summary>
    public void Note(string key, params (string, object?)[] facts) => error.WriteLine(Texts[key, facts]);

    public void NoteLine(string line) => error.WriteLine(line);

    /// <param name="amounts">Columns already written out as text that are numbers all the same.</param>
    public void Table(RowSet rows, Func<string, string>? header = null, IReadOnlyCollection<string>? amounts = null)
    {
        var table = new Table().Border(TableBorder.Simple);
        for (var index = 0; index < rows.Columns.Count; index++)
        {
            var column = new TableColumn(Markup.Escape(header?.Invoke(rows.Columns[index]) ?? rows.Columns[index])) { NoWrap = true };
            if (amounts?.Contains(rows.Columns[index]) == true || rows.Rows.Any(row => row[index] is not null) && rows.Rows.All(row => row[index] is null or int or long or double or decimal)) column.RightAligned();
            table.AddColumn(column);
        }

        foreach (var row in rows.Rows) table.AddRow(row.Select(value => Markup.Escape(RowFormats.Text(value))).ToArray());
        output.Write(table);
    }

    /// <summary>Runs long work under a progress bar, or with plain lines where nobody watches.</summary>
    public T Progress<T>(Func<Action<string, int, int, string>, T> work)
    {
        if (!Watched)
        {
            var last = "";
            return work((step, done, of, detail) =>
            {
                if (step != last) error.WriteLine(Texts["progress.step", ("done", done), ("of", of), ("step", step)]);
                last = step;
            });
        }

        return error.Progress().AutoClear(true).Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn(), new ElapsedTimeColumn()).Start(context =>
        {
            var task = context.AddTask("…");
            return work((step, done, of, detail) =>
            {
                task.MaxValue = Math.Max(1, of);
                task.Value = done;
                task.Description = Markup.Escape($"{step} {detail}");
            });
        });
    }

    static IAnsiConsole Create(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        // A file or another program has no edge to wrap at.
        if (redirected) console.Profile.Width = 1000;
        return console;
    }
}
