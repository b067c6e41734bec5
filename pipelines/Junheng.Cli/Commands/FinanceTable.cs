using System.Globalization;
using Junheng.Cli.Console;
using Junheng.Models;
using Junheng.Pipelines.Publishing.Explaining.Words;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Cli.Commands;

/// <summary>The finance watch as a person reads it, within 120 columns: a line a rule; below it, of one county why it is not kept, and the words each rule rests on.</summary>
public sealed class FinanceTable(Terminal terminal)
{
    // Of 120 columns, with the space between them.
    const int CountyWidth = 20;
    const int RuleWidth = 42;
    const int LineWidth = 118;

    static readonly string[] Columns = ["county_name", "finance_rule", "finance_now", "finance_change", "finance_against", "finance_verdict"];

    public void Print(RowSet rules, RowSet quotes)
    {
        terminal.Table(
            new RowSet(Columns, Enumerable.Range(0, rules.Rows.Count).Select(IReadOnlyList<object?> (row) => Columns.Select(column => Cell(rules, row, column)).ToList()).ToList()),
            key => terminal.Texts["column." + key],
            ["finance_now", "finance_change", "finance_against"]);
        if (rules.Rows.Select(row => row[1]).Distinct().Count() == 1) PrintReasons(rules);
        else terminal.Say("finance.more");
        for (var row = 0; row < quotes.Rows.Count; row++)
            terminal.SayLine(DisplayWidth.Cut(terminal.Texts["finance.quote." + quotes[row, "rests_on"], ("quote", quotes[row, "quote"])], LineWidth));
        terminal.Say("finance.reading");
    }

    void PrintReasons(RowSet rules)
    {
        for (var row = 0; row < rules.Rows.Count; row++)
        {
            if (rules[row, "why"] is not string { Length: > 0 } why) continue;
            foreach (var line in DisplayWidth.Wrapped(terminal.Texts["finance.reason", ("rule", rules[row, "rule_name"]), ("why", why)], LineWidth)) terminal.SayLine(line);
        }
    }

    object? Cell(RowSet rules, int row, string column) => column switch
    {
        "county_name" => DisplayWidth.Cut((string)rules[row, "county_name"]!, CountyWidth),
        "finance_rule" => DisplayWidth.Cut((string)rules[row, "rule_name"]!, RuleWidth),
        "finance_now" => Now(rules, row),
        "finance_change" => Percent(rules[row, "change"], "+0.0%;-0.0%;0.0%"),
        "finance_against" => Percent(rules[row, "held_against"], rules[row, "value_before"] is null ? "0.#%" : "+0.0%;-0.0%;0.0%"),
        "finance_verdict" => terminal.Texts["verdict." + rules[row, "verdict"]],
        _ => rules[row, column],
    };

    // A rule with a share to reach is of one; the others are yuan, in all or a pupil.
    string? Now(RowSet rules, int row) => rules[row, "value"] is not double value
        ? null
        : rules[row, "kind"] is "pay_not_below" or "training_share" or "land_income_share"
            ? value.ToString("0.0%", CultureInfo.InvariantCulture)
            : value < 1_000_000
                ? value.ToString("#,0", CultureInfo.InvariantCulture)
                : terminal.Language == Language.Zh ? (value / 10_000).ToString("#,0万", CultureInfo.InvariantCulture) : value.ToString("#,0,K", CultureInfo.InvariantCulture);

    static string? Percent(object? part, string form) => part is double share ? share.ToString(form, CultureInfo.InvariantCulture) : null;
}
