using System.Globalization;
using Junheng.Pipelines.Publishing.Explaining.Words;
using Junheng.Pipelines.Texts;
using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Reading;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Pipelines.Publishing.Explaining.Questions;

/// <summary>Reads what a person typed: a table and its grain values, or a short form. What does not exist is refused with the nearest that does.</summary>
public sealed class QuestionReader(SnapshotReader reader, CancellationToken cancellation)
{
    const int MostNearest = 8;

    static readonly Dictionary<string, (string Kind, string Table)> ShortForms = new(StringComparer.Ordinal)
    {
        ["coefficient"] = ("coefficient", "county_coefficient"),
        ["indicator"] = ("indicator", "school_indicator"),
        ["school"] = ("school", "school"),
        ["county"] = ("county", "county_status"),
    };

    static readonly Dictionary<string, string> KindOfTable = new(StringComparer.Ordinal)
    {
        ["county_coefficient"] = "coefficient",
        ["school_indicator"] = "indicator",
        ["school_verdict"] = "school",
        ["county_status"] = "county",
        ["county_verdict"] = "verdict",
        ["county_indicator"] = "county_indicator",
    };

    static readonly Dictionary<string, string> StageWords = new(StringComparer.Ordinal) { ["小学"] = "primary", ["初中"] = "junior" };

    readonly Catalog catalog = reader.Snapshot.Catalog;

    /// <returns>The question, or why there is none.</returns>
    public (Question? Question, Statement? Refusal) Read(string what, IReadOnlyList<string> words)
    {
        // Quoted as one word, as it was printed.
        if (what.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var first, _, ..] typed) return Read(first, [.. typed[1..], .. words]);
        if (ShortForms.TryGetValue(what, out var form) && TableOf(form.Table) is { } named && FitsShortForm(what, words))
            return what == "school" && words.Count > 2 ? SchoolStage(words) : Of(form.Kind, named, words);
        if (TableOf(what) is { } table) return Of(KindOfTable.GetValueOrDefault(what, "row"), table, words);
        var known = ShortForms.Keys.Concat(catalog.Tables.Select(one => one.Name)).Distinct().ToList();
        return (null, new Statement("explain.no_table", ("table", what), ("known", string.Join(", ", Nearest.First(what, known).Take(MostNearest)))));
    }

    // `county` and `school` are tables too: of one code, and of two values and a column. One word of four letters is a year.
    bool FitsShortForm(string what, IReadOnlyList<string> words) => what switch
    {
        "county" => words is not [{ Length: not 4 }] && !(words.Count == 2 && Has("county", words[1])),
        "school" => words.Count < 3 || !Has("school", words[2]),
        _ => true,
    };

    (Question?, Statement?) SchoolStage(IReadOnlyList<string> words) =>
        TableOf("school_verdict") is { } table ? Of("school", table, words) : (null, new Statement("explain.no_table", ("table", "school_verdict"), ("known", "school")));

    (Question?, Statement?) Of(string kind, CatalogTable table, IReadOnlyList<string> words)
    {
        var values = words.Select((word, index) => index < table.Grain.Count && table.Grain[index] == "stage" ? StageWords.GetValueOrDefault(word, word) : word).ToList();
        string? column = null;
        var wanted = table.Grain.Count;
        // The last part of a grain may be empty, and then need not be typed.
        var optional = table.Grain is [.., "part"] ? 1 : 0;
        if (values.Count > wanted - optional && values.Count > 0 && Has(table.Name, values[^1]))
        {
            column = values[^1];
            values.RemoveAt(values.Count - 1);
        }
        else if (values.Count > wanted)
        {
            return (null, new Statement("explain.no_column", ("table", table.Name), ("column", values[^1]),
                ("known", string.Join(", ", Nearest.First(values[^1], table.Columns.Select(one => one.Name))))));
        }

        if (values.Count == wanted - optional && optional > 0) values.Add("");
        if (values.Count < wanted) return (null, TooFew(table, values));
        if (Exists(table, values)) return (new Question(kind, table.Name, [.. table.Grain.Zip(values)], column), null);
        for (var index = 0; index < wanted; index++)
        {
            if (Missing(table, values, index) is { } refusal) return (null, refusal);
        }

        return (new Question(kind, table.Name, [.. table.Grain.Zip(values)], column), null);
    }

    Statement TooFew(CatalogTable table, List<string> values)
    {
        for (var index = 0; index < values.Count; index++)
        {
            if (Missing(table, values, index) is { } refusal) return refusal;
        }

        var next = table.Grain[values.Count];
        if (table.Rows == 0) return new Statement("explain.empty_table", ("table", table.Name));
        return new Statement("explain.too_few", ("table", table.Name), ("grain", string.Join(" ", table.Grain.Select(one => $"<{one}>"))),
            ("column", next), ("known", Shown(Existing(table, values, values.Count), "")));
    }

    // The first value that does not go with those before it is the wrong one.
    Statement? Missing(CatalogTable table, List<string> values, int index)
    {
        var known = Existing(table, values, index);
        if (known.Count == 0) return new Statement("explain.empty_table", ("table", table.Name));
        if (known.Contains(values[index], StringComparer.Ordinal)) return null;
        var column = table.Grain[index];
        var context = string.Join(", ", table.Grain.Take(index).Select((name, at) => $"{name} = {values[at]}"));
        object? elsewhere = table.Grain[0] == "year" && column.EndsWith("_code", StringComparison.Ordinal) && YearsOf(table, column, values[index]) is { Length: > 0 } years
            ? new Statement("explain.other_years", ("years", years))
            : "";
        return new Statement("explain.no_value", ("table", table.Name), ("column", column), ("value", values[index]),
            ("context", context.Length > 0 ? $" ({context})" : ""), ("known", Shown(known, values[index])), ("elsewhere", elsewhere));
    }

    bool Exists(CatalogTable table, List<string> values)
    {
        var tests = table.Grain.Select((name, at) => $"cast({SqlText.Identifier(name)} as varchar) = $v{at.ToString(CultureInfo.InvariantCulture)}");
        var bound = values.Select((value, at) => ("v" + at.ToString(CultureInfo.InvariantCulture), (object?)value)).ToArray();
        return reader.Query($"select 1 from {SqlText.Identifier(table.Name)} where {string.Join(" and ", tests)} limit 1", cancellation, bound).Rows.Count > 0;
    }

    IReadOnlyList<string> Existing(CatalogTable table, List<string> values, int index)
    {
        var column = SqlText.Identifier(table.Grain[index]);
        var before = table.Grain.Take(index).Select((name, at) => $"cast({SqlText.Identifier(name)} as varchar) = $v{at.ToString(CultureInfo.InvariantCulture)}").Prepend("true");
        var sql = $"select distinct cast({column} as varchar) as value from {SqlText.Identifier(table.Name)} where {string.Join(" and ", before)} order by value";
        var bound = values.Take(index).Select((value, at) => ("v" + at.ToString(CultureInfo.InvariantCulture), (object?)value)).ToArray();
        return reader.Query(sql, cancellation, bound).Rows.Select(row => (string)row[0]!).ToList();
    }

    string YearsOf(CatalogTable table, string column, string value)
    {
        var sql = $"select distinct cast(year as varchar) as year from {SqlText.Identifier(table.Name)} where cast({SqlText.Identifier(column)} as varchar) = $value order by year";
        return string.Join(", ", reader.Query(sql, cancellation, ("value", value)).Rows.Select(row => (string)row[0]!));
    }

    static string Shown(IReadOnlyList<string> known, string value)
    {
        var nearest = NearestFirst(known, value);
        var shown = nearest.Take(MostNearest).Select(one => one.Length == 0 ? "\"\"" : one);
        return string.Join(", ", shown) + (known.Count > MostNearest ? $" … ({known.Count.ToString(CultureInfo.InvariantCulture)})" : "");
    }

    // Years go by distance; a mistyped code differs from the right one in few places, most often near its end.
    static IEnumerable<string> NearestFirst(IReadOnlyList<string> known, string value) =>
        value.Length == 4 && known.All(one => one.Length == 4) && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? known.OrderBy(one => Math.Abs((int.TryParse(one, NumberStyles.None, CultureInfo.InvariantCulture, out var other) ? other : 0) - year)).ThenBy(one => one, StringComparer.Ordinal)
            : Nearest.First(value, known
                .OrderBy(one => Differences(one, value))
                .ThenByDescending(one => one.Zip(value).TakeWhile(pair => pair.First == pair.Second).Count())
                .ThenBy(one => one, StringComparer.Ordinal)
                .ToList());

    static int Differences(string one, string other) => one.Length == other.Length ? one.Zip(other).Count(pair => pair.First != pair.Second) : int.MaxValue;

    CatalogTable? TableOf(string name) => reader.Snapshot.Table(name);

    bool Has(string table, string column) => TableOf(table)?.Columns.Any(one => one.Name == column) == true;
}
