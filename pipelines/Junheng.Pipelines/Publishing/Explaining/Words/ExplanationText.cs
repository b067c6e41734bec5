using System.Text;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Publishing.Explaining.Words;

/// <summary>An explanation as plain text for a terminal of a given width.</summary>
/// <param name="all">Whether tables are shown whole.</param>
public sealed class ExplanationText(TextBook texts, int width, bool all)
{
    const string Indent = "  ";

    readonly StringBuilder text = new();

    public static string Of(Explanation explanation, TextBook texts, int width, bool all) => new ExplanationText(texts, width, all).Write(explanation);

    string Write(Explanation explanation)
    {
        Say("", Wordings.Of(explanation.Title, texts), "");
        foreach (var section in explanation.Sections)
        {
            text.Append('\n').Append(texts["explain.section." + section.Name]).Append('\n');
            foreach (var block in section.Blocks) Write(block);
        }

        if (explanation.Further.Count > 0) text.Append('\n').Append(texts["explain.section.further"]).Append('\n');
        foreach (var further in explanation.Further) Say(Indent, "junheng explain " + further, Indent);
        return text.ToString();
    }

    void Write(Block block)
    {
        if (block is Grid grid) Write(grid);
        else Say(Indent, Wordings.Of((Statement)block, texts), Indent + Indent);
    }

    void Write(Grid grid)
    {
        var shown = all ? grid.Rows : grid.Rows.Take(grid.Most).ToList();
        GridText.Write(text, Indent, grid, shown, texts, width);
        if (grid.Cuts && !all && grid.Rest is { } rest) Say(Indent, Wordings.Of(rest, texts), Indent);
    }

    void Say(string first, string said, string later)
    {
        var indent = first;
        foreach (var line in said.Split('\n').SelectMany(part => DisplayWidth.Wrapped(part, width - later.Length)))
        {
            text.Append(indent).Append(line).Append('\n');
            indent = later;
        }
    }
}
