using System.Globalization;
using Junheng.Models;
using Junheng.Pipelines.Texts;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Explaining.Words;

/// <summary>Says the values and sentences of an explanation in one language.</summary>
public static class Wordings
{
    public static string Of(object? value, TextBook texts) => value switch
    {
        null => texts["explain.none"],
        Number number => number.Text,
        Places rounded => rounded.ToString(),
        Bilingual both => both.In(texts.Language),
        Said said => texts.Has(said.Key) ? texts[said.Key] : said.Word,
        AskOn ask => ask.Arguments,
        Several several => string.Join(several.Between, several.Values.Select(one => Of(one, texts))),
        Statement statement => Of(statement, texts),
        int whole => whole.ToString(CultureInfo.InvariantCulture),
        _ => RowFormats.Text(value),
    };

    // What is only nearly equal is not said to be equal.
    public static string Of(Statement statement, TextBook texts) =>
        texts[statement.Key, [.. statement.Facts.Select(fact => (fact.Name, (object?)Of(fact.Value, texts)))]].Replace("= ≈", "≈ ", StringComparison.Ordinal);
}
