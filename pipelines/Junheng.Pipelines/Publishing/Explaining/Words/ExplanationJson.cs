using System.Text.Encodings.Web;
using System.Text.Json;
using Junheng.Models;
using Junheng.Models.Numbers;
using Junheng.Pipelines.Publishing.Explaining.Flips;
using Junheng.Pipelines.Publishing.Explaining.Sources;
using Junheng.Pipelines.Texts;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Explaining.Words;

/// <summary>An explanation for programs: every number exact (a decimal or <c>n/d</c>, as text), every table whole, every sentence also in words.</summary>
public sealed class ExplanationJson
{
    static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly Utf8JsonWriter json;
    readonly TextBook texts;

    ExplanationJson(Utf8JsonWriter json, TextBook texts)
    {
        this.json = json;
        this.texts = texts;
    }

    public static void Write(Explanation explanation, TextBook texts, Stream stream)
    {
        using (var writer = new Utf8JsonWriter(stream, Options)) new ExplanationJson(writer, texts).Write(explanation);
        stream.Write("\n"u8);
    }

    void Write(Explanation explanation)
    {
        json.WriteStartObject();
        json.WriteNumber("format", 1);
        json.WriteString("kind", explanation.Question.Kind);
        json.WriteString("table", explanation.Question.Table);
        Map("grain", explanation.Question.Key, pair => json.WriteString(pair.Column, pair.Value));
        json.WriteString("column", explanation.Question.Column);
        json.WriteString("title", Wordings.Of(explanation.Title, texts));
        List("sections", explanation.Sections, Section);
        Map("constants", explanation.Constants.OrderBy(pair => pair.Key, StringComparer.Ordinal), pair => json.WriteString(pair.Key, Exact(pair.Value)));
        List("sources", explanation.Sources, Source);
        List("flips", explanation.Flips, Flip);
        List("further", explanation.Further, further => json.WriteStringValue("junheng explain " + further));
        json.WriteEndObject();
    }

    void Section(Section section)
    {
        json.WriteStartObject();
        json.WriteString("name", section.Name);
        json.WriteString("title", texts["explain.section." + section.Name]);
        List("blocks", section.Blocks, block =>
        {
            if (block is Grid grid) Table(grid);
            else Sentence((Statement)block);
        });
        json.WriteEndObject();
    }

    void Sentence(Statement statement)
    {
        json.WriteStartObject();
        json.WriteString("key", statement.Key);
        json.WriteString("text", Wordings.Of(statement, texts));
        Map("facts", statement.Facts, fact =>
        {
            json.WritePropertyName(fact.Name);
            Value(fact.Value);
        });
        json.WriteEndObject();
    }

    void Table(Grid grid)
    {
        json.WriteStartObject();
        json.WriteString("table", grid.Name);
        List("rows", grid.Rows, row => Row(grid, row));
        json.WriteEndObject();
    }

    void Row(Grid grid, IReadOnlyList<object?> row)
    {
        json.WriteStartObject();
        for (var index = 0; index < row.Count; index++)
        {
            json.WritePropertyName(grid.Columns[index]);
            Value(row[index]);
        }

        json.WriteEndObject();
    }

    void Source(SourceQuantity source)
    {
        json.WriteStartObject();
        json.WriteString("role", source.Role.ToString().ToLowerInvariant());
        json.WriteString("indicator", source.Indicator);
        json.WriteString("school_code", source.School);
        json.WriteNumber("year", source.Filed.Year);
        json.WriteString("stage", source.Filed.Stage);
        json.WriteString("field", source.Filed.Field);
        json.WriteString("item", source.Filed.Item);
        json.WriteBoolean("decides", source.Decides);
        json.WriteString("meaning", source.Filed.Meaning.In(texts.Language));
        json.WriteNumber("sign", source.Sign);
        json.WriteString("weight", Exact(source.Weight));
        json.WriteString("amount", source.Filed.Amount is { } amount ? Exact(amount) : null);
        json.WriteString("word", source.Filed.Word);
        json.WriteString("unit", source.Filed.Unit);
        json.WriteString("made_by", source.Filed.Expression.ToString().ToLowerInvariant());
        json.WriteString("unit_factor", Exact(source.Filed.Factor));
        List("cells", source.Filed.Cells, cell =>
        {
            json.WriteStartObject();
            json.WriteString("file", cell.File);
            json.WriteString("sheet", cell.Sheet);
            json.WriteString("cell", cell.Address);
            json.WriteString("header", cell.Header);
            json.WriteString("as_filed", cell.Text);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    void Flip(Flip flip)
    {
        json.WriteStartObject();
        json.WriteString("school_code", flip.School);
        json.WriteString("school_name", flip.SchoolName);
        json.WriteString("stage", flip.Filed.Stage);
        json.WriteString("field", flip.Filed.Field);
        json.WriteString("change", Exact(flip.Change));
        json.WriteString("from", Exact(flip.From));
        json.WriteString("to", Exact(flip.To));
        json.WriteString("unit", flip.Filed.Unit);
        json.WriteString("line", flip.Line);
        json.WriteString("line_value", Exact(flip.LineValue));
        json.WriteString("side_before", flip.Before);
        json.WriteString("side_after", flip.After);
        json.WriteNumber("value_after", flip.ValueAfter);
        json.WriteString("cell", flip.Cell?.Address);
        json.WriteString("file", flip.Cell?.File);
        json.WriteString("cell_after", flip.CellAfter is { } after ? Exact(after) : null);
        json.WriteEndObject();
    }

    void Value(object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case Number number: json.WriteStringValue(number.ExactText); break;
            case Places places: json.WriteStringValue(Exact(places.Exact)); break;
            case int whole: json.WriteNumberValue(whole); break;
            case double real when double.IsFinite(real): json.WriteNumberValue(real); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case Said said: json.WriteStringValue(said.Word); break;
            case AskOn ask: json.WriteStringValue("junheng explain " + ask.Arguments); break;
            case Bilingual or Several or Statement: json.WriteStringValue(Wordings.Of(value, texts)); break;
            default: json.WriteStringValue(RowFormats.Text(value)); break;
        }
    }

    void Map<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartObject(name);
        foreach (var item in items) write(item);
        json.WriteEndObject();
    }

    void List<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items) write(item);
        json.WriteEndArray();
    }

    static string Exact(Rational number) => new Number(number).ExactText;
}
