using Junheng.Cli.Console;
using Junheng.Pipelines.Publishing.Explaining.Words;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Cli.Commands;

/// <summary>The calendar as a person reads it: counties that owe the same thing on the same day share a line, and it fits a terminal.</summary>
public sealed class CalendarTable(Terminal terminal)
{
    // Of 120 columns, with the space between them.
    const int CountyWidth = 22;
    const int WhatWidth = 36;
    const int OfficeWidth = 20;

    static readonly string[] Columns = ["due_on", "days_left", "state", "county_name", "what", "departments"];

    public void Print(RowSet calendar)
    {
        var rows = Enumerable.Range(0, calendar.Rows.Count)
            .GroupBy(row => (calendar[row, "due_on"], calendar[row, "plan_id"], calendar[row, "kind"], calendar[row, "item"], calendar[row, "state"]))
            .Select(group => Line(calendar, group.ToList()))
            .ToList();
        terminal.Table(new RowSet(Columns, rows), key => terminal.Texts["column." + key]);
        terminal.Say("calendar.count", ("count", calendar.Rows.Count), ("lines", rows.Count));
    }

    List<object?> Line(RowSet calendar, List<int> rows)
    {
        var first = rows[0];
        var item = calendar[first, "kind"] is "task" ? $"{calendar[first, "item"]} " : "";
        return
        [
            calendar[first, "due_on"],
            calendar[first, "days_left"],
            State(calendar[first, "state"]),
            Counties(rows.Select(row => calendar[row, "county_name"] as string).OfType<string>().ToList()),
            DisplayWidth.Cut(item + calendar[first, "what"], WhatWidth),
            DisplayWidth.Cut(calendar[first, "departments"] as string ?? "", OfficeWidth),
        ];
    }

    string State(object? state) => terminal.Texts[state switch
    {
        "overdue" => "calendar.overdue",
        "passed" => "calendar.passed",
        "before_issue" => "calendar.before_issue",
        "claimed" => "calendar.claimed",
        "closed" => "calendar.closed",
        _ => "calendar.due",
    }];

    string Counties(List<string> names) => names.Count switch
    {
        0 => terminal.Texts["calendar.whole"],
        1 => DisplayWidth.Cut(names[0], CountyWidth),
        _ => terminal.Texts["calendar.counties", ("first", DisplayWidth.Cut(names[0], CountyWidth - 8)), ("count", names.Count)],
    };
}
