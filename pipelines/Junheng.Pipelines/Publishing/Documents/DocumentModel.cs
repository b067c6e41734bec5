namespace Junheng.Pipelines.Publishing.Documents;

/// <summary>A document before it has a form: every form is written from this, so that all say the same.</summary>
public sealed record DocumentModel(IReadOnlyList<Run> Title, IReadOnlyList<Block> Blocks)
{
    public IEnumerable<Picture> Pictures => Blocks.OfType<Picture>();

    public string PlainTitle => Plain(Title);

    public static string Plain(IEnumerable<Run> runs) => string.Concat(runs.Select(run => run.Text));
}

/// <param name="Number">Id of the printed number it is; null for words.</param>
public sealed record Run(string Text, bool Bold = false, int? Number = null);

public abstract record Block;

/// <param name="Label">一、 or （一） or 1.1; empty for what is not numbered.</param>
public sealed record Heading(int Level, string Label, IReadOnlyList<Run> Runs) : Block;

public sealed record Paragraph(IReadOnlyList<Run> Runs) : Block;

/// <param name="Label">表1, Table 1.</param>
/// <param name="Right">Which columns hold numbers and stand to the right.</param>
public sealed record Table(string Label, IReadOnlyList<Run> Caption, IReadOnlyList<IReadOnlyList<Run>> Head, IReadOnlyList<IReadOnlyList<IReadOnlyList<Run>>> Rows, IReadOnlyList<bool> Right) : Block;

/// <param name="Figure">Id of the figure.</param>
/// <param name="Label">图1, Figure 1.</param>
public sealed record Picture(string Figure, string Label, IReadOnlyList<Run> Caption) : Block;
