using System.Globalization;
using System.Text;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Documents.Binding;

/// <summary>Fills a template from the rows of its queries. A name that is not there, and a value that is missing, are faults: nothing is printed as nothing.</summary>
sealed class TemplateBinder(IReadOnlyDictionary<string, RowSet> queries)
{
    const string Explain = "explain";

    readonly StringBuilder written = new();
    readonly List<PrintedNumber> numbers = [];
    readonly List<DocumentFault> faults = [];

    /// <summary>The row a section stands at.</summary>
    sealed record Place(string Query, int Row);

    public static (string Markdown, IReadOnlyList<PrintedNumber> Numbers, IReadOnlyList<DocumentFault> Faults) Bind(string template, IReadOnlyDictionary<string, RowSet> queries)
    {
        var (nodes, slips) = TemplateParser.Parse(template);
        if (slips.Count > 0) return ("", [], slips);
        var binder = new TemplateBinder(queries);
        binder.Write(nodes, null);
        return (binder.written.ToString(), binder.numbers, binder.faults);
    }

    void Write(IReadOnlyList<TemplateNode> nodes, Place? place)
    {
        foreach (var node in nodes)
        {
            switch (node)
            {
                case TemplateNode.Words words: written.Append(words.Text); break;
                case TemplateNode.Value value: Print(value, place); break;
                case TemplateNode.Section section: Write(section, place); break;
            }
        }
    }

    void Write(TemplateNode.Section section, Place? place)
    {
        // Inside a row its own columns come first, as a word means what it means here.
        var isColumn = place is not null && queries[place.Query].IndexOf(section.Name) >= 0;
        if (!isColumn && queries.TryGetValue(section.Name, out var rows))
        {
            if (section.Inverted && rows.Rows.Count == 0) Write(section.Inside, place);
            for (var row = 0; !section.Inverted && row < rows.Rows.Count; row++) Write(section.Inside, new Place(section.Name, row));
        }
        else if (Find(section.Name, place, section.Line) is { } found && IsThere(found.Value) != section.Inverted)
        {
            Write(section.Inside, place);
        }
    }

    void Print(TemplateNode.Value value, Place? place)
    {
        if (Find(value.Name, place, value.Line) is not { } found) return;
        if (found.Value is null)
        {
            faults.Add(DocumentFault.AtLine(value.Line, FormattableString.Invariant($"{{{{{value.Name}}}}} is missing in row {found.At.Row + 1} of {found.At.Query}.sql."), "Say in the query what stands where a number is unknown, or leave the sentence out with {{#…}}."));
            return;
        }

        var text = RowFormats.Text(found.Value);
        var printed = NumberMarks.Escaped(text);
        if (!text.Any(char.IsDigit))
        {
            written.Append(printed);
            return;
        }

        var number = new PrintedNumber(numbers.Count + 1, text, found.At.Query, found.At.Row + 1, found.Column, text, KeyOf(found.At), ExplainOf(found.At, found.Column));
        numbers.Add(number);
        written.Append(NumberMarks.Mark(number.Id, printed));
    }

    (Place At, string Column, object? Value)? Find(string name, Place? place, int line)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var (query, column) = dot < 0 ? (place?.Query, name) : (name[..dot], name[(dot + 1)..]);
        if (query is null || !queries.TryGetValue(query, out var rows) || rows.IndexOf(column) < 0)
        {
            faults.Add(DocumentFault.AtLine(line, $"{{{{{name}}}}} is not there.", $"There are: {Known(query)}."));
            return null;
        }

        if (dot < 0) return (place!, column, rows[place!.Row, column]);
        if (rows.Rows.Count == 1) return (new Place(query, 0), column, rows[0, column]);
        faults.Add(DocumentFault.AtLine(line, FormattableString.Invariant($"{{{{{name}}}}} wants one row, and {query}.sql gave {rows.Rows.Count}."), $"Write it inside {{{{#{query}}}}}…{{{{/{query}}}}}, or make the query give one row."));
        return null;
    }

    string Known(string? query) => query is not null && queries.TryGetValue(query, out var rows)
        ? string.Join(", ", rows.Columns)
        : string.Join(", ", queries.Keys.Order(StringComparer.Ordinal));

    Dictionary<string, string> KeyOf(Place at)
    {
        var rows = queries[at.Query];
        return rows.Columns.Where(column => !column.EndsWith(Explain, StringComparison.Ordinal) && (rows[at.Row, column] is string || column is "year"))
            .ToDictionary(column => column, column => RowFormats.Text(rows[at.Row, column]), StringComparer.Ordinal);
    }

    // The row says what `junheng explain` is to be asked: for one column, or for all.
    string? ExplainOf(Place at, string column)
    {
        var rows = queries[at.Query];
        return new[] { $"{column}_{Explain}", Explain }.Where(name => rows.IndexOf(name) >= 0).Select(name => rows[at.Row, name] as string).FirstOrDefault(question => question is { Length: > 0 });
    }

    static bool IsThere(object? value) => value switch
    {
        null or false or "" => false,
        string or bool => true,
        IConvertible number => Convert.ToDecimal(number, CultureInfo.InvariantCulture) != 0,
        System.Numerics.BigInteger number => !number.IsZero,
        _ => true,
    };
}
