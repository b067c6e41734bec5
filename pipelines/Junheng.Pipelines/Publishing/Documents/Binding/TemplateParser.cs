using System.Text.RegularExpressions;

namespace Junheng.Pipelines.Publishing.Documents.Binding;

/// <summary>Takes a template apart. The marks are those of Mustache, without its lambdas, partials and dots of any depth.</summary>
sealed partial class TemplateParser
{
    readonly string text;
    readonly List<Match> tags;
    readonly List<DocumentFault> faults = [];
    int next;
    int at;

    TemplateParser(string text)
    {
        this.text = text;
        tags = [.. Tag().Matches(text).Cast<Match>()];
    }

    public static (IReadOnlyList<TemplateNode> Nodes, IReadOnlyList<DocumentFault> Faults) Parse(string text)
    {
        var parser = new TemplateParser(text);
        var nodes = parser.Until(null);
        return (nodes, parser.faults);
    }

    List<TemplateNode> Until(string? closing)
    {
        var nodes = new List<TemplateNode>();
        while (next < tags.Count)
        {
            var tag = tags[next++];
            AddWords(nodes, tag.Index);
            at = AfterTag(tag);
            var (kind, name, line) = (tag.Groups["kind"].Value, tag.Groups["name"].Value, LineOf(tag.Index));
            switch (kind)
            {
                case "": nodes.Add(new TemplateNode.Value(name, line)); break;
                case "#" or "^": nodes.Add(new TemplateNode.Section(name, kind == "^", Until(name), line)); break;
                default:
                    if (name == closing) return nodes;
                    faults.Add(DocumentFault.AtLine(line, $"{{{{/{name}}}}} closes nothing{(closing is null ? "" : $"; open is {closing}")}.", "Close sections in the order they were opened."));
                    break;
            }
        }

        AddWords(nodes, text.Length);
        at = text.Length;
        if (closing is not null) faults.Add(new($"{{{{#{closing}}}}} is never closed.", $"Write {{{{/{closing}}}}} where it ends."));
        return nodes;
    }

    void AddWords(List<TemplateNode> nodes, int end)
    {
        if (end > at) nodes.Add(new TemplateNode.Words(text[at..end]));
    }

    // A section's mark alone on its line is no line of the document: a table stays whole around the loop over its rows.
    int AfterTag(Match tag)
    {
        var end = tag.Index + tag.Length;
        var alone = tag.Groups["kind"].Length > 0 && (tag.Index == 0 || text[tag.Index - 1] == '\n') && end < text.Length && text[end] == '\n';
        return alone ? end + 1 : end;
    }

    int LineOf(int index) => 1 + text.AsSpan(0, index).Count('\n');

    [GeneratedRegex(@"\{\{(?<kind>[#^/]?)\s*(?<name>[a-z0-9_]+(\.[a-z0-9_]+)?)\s*\}\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tag();
}
