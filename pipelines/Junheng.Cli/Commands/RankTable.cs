using System.Globalization;
using Junheng.Cli.Console;
using Junheng.Pipelines.Publishing.Explaining.Words;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Cli.Commands;

/// <summary>A ranking as a person reads it, within 120 columns: an outlook in words, a share as met of all, the reason cut where the line ends.</summary>
public sealed class RankTable(Terminal terminal)
{
    const int CountyWidth = 16;
    const int PeerWidth = 12;
    const int ConditionWidth = 38;
    const int LineWidth = 118;

    static readonly string[] Columns = ["rank", "county_name", "target_year", "outlook", "rank_known", "rank_met", "rank_unknown", "rank_shortfall", "rank_similar"];
    static readonly string[] PeerColumns = ["county_name", "peer_pupils", "peer_size", "peer_urban", "peer_distance", "outlook", "rank_met"];
    static readonly string[] ConditionColumns = ["rank_condition", "stage", "rank_distance", "rank_unit", "rank_needed", "rank_achieved", "outlook"];

    public void Print(RowSet counties, RowSet milestones)
    {
        Table(counties, Columns, ["rank", "rank_met", "rank_shortfall"]);
        for (var row = 0; row < milestones.Rows.Count; row++)
        {
            terminal.Say(
                "rank.milestone",
                ("name", milestones[row, "name"]), ("needed", milestones[row, "needed"]), ("of", milestones[row, "denominator"]),
                ("planned", milestones[row, "planned"]), ("share", Percent(milestones[row, "planned_share"])),
                ("recognised", milestones[row, "recognised"]), ("ready", milestones[row, "ready"]), ("on_track", milestones[row, "on_track"]),
                ("cannot_tell", milestones[row, "cannot_tell"]), ("outlook", Outlook(milestones[row, "outlook"])));
        }

        for (var row = 0; row < counties.Rows.Count; row++)
        {
            if (counties[row, "reasons"] is string { Length: > 0 } reasons) terminal.SayLine(DisplayWidth.Cut(terminal.Texts["rank.reasons", ("county", counties[row, "county_name"]), ("reasons", reasons)], LineWidth));
        }

        terminal.Say("rank.reading");
    }

    public void PrintConditions(RowSet counties, int county, RowSet conditions, RowSet peers)
    {
        Table(new RowSet(counties.Columns, [counties.Rows[county]]), Columns, ["rank", "rank_met", "rank_shortfall"]);
        foreach (var line in DisplayWidth.Wrapped((string)counties[county, "reasons"]!, LineWidth)) terminal.SayLine(line);
        if (conditions.Rows.Count > 0) Table(conditions, ConditionColumns, ["rank_distance", "rank_needed", "rank_achieved"]);
        terminal.Say("rank.conditions_reading");
        if (peers.Rows.Count == 0) return;
        terminal.SayLine("");
        terminal.Say("rank.peers");
        Table(peers, PeerColumns, ["peer_pupils", "peer_size", "peer_urban", "peer_distance", "rank_met"]);
        terminal.Say("rank.peers_reading");
    }

    void Table(RowSet rows, string[] columns, string[] amounts) => terminal.Table(
        new RowSet(columns, Enumerable.Range(0, rows.Rows.Count).Select(IReadOnlyList<object?> (row) => columns.Select(column => Cell(rows, row, column)).ToList()).ToList()),
        key => terminal.Texts["column." + key],
        amounts);

    object? Cell(RowSet rows, int row, string column) => column switch
    {
        "rank" => rows[row, "rank"] is int rank ? (rows[row, "tied"] is true ? "=" : "") + rank.ToString(CultureInfo.InvariantCulture) : "—",
        "county_name" => DisplayWidth.Cut((string)rows[row, "county_name"]!, CountyWidth),
        "target_year" => rows[row, "target_year"] ?? terminal.Texts["rank.no_year"],
        "outlook" => OutlookOf(rows, row),
        "rank_known" => rows[row, "outlook_known"] is string known ? Outlook(known) : null,
        "rank_similar" => rows[row, "most_similar"] is string peer ? DisplayWidth.Cut(peer, PeerWidth) : null,
        "peer_pupils" => ((decimal)rows[row, "pupils"]!).ToString("#,0", CultureInfo.InvariantCulture),
        "peer_size" => ((decimal)rows[row, "school_size"]!).ToString("#,0", CultureInfo.InvariantCulture),
        "peer_urban" => ((decimal)rows[row, "urban_share"]!).ToString("0%", CultureInfo.InvariantCulture),
        "peer_distance" => ((decimal)rows[row, "distance"]!).ToString("0.00", CultureInfo.InvariantCulture),
        "rank_met" => rows[row, "conditions"] is null ? null : $"{rows[row, "met"]} / {rows[row, "conditions"]}",
        "rank_unknown" => rows[row, "unknown"] is 0 ? null : rows[row, "unknown"],
        "rank_shortfall" => rows[row, "shortfall"] is decimal shortfall ? shortfall.ToString("0.00", CultureInfo.InvariantCulture) : terminal.Texts["gap.unknown"],
        "rank_condition" => DisplayWidth.Cut((string)rows[row, "condition_name"]!, ConditionWidth),
        "stage" => rows[row, "stage"] is "all" ? "" : terminal.Texts["stage." + rows[row, "stage"]],
        "rank_distance" => rows[row, "verdict"] is "not_met" ? Amount(rows, row, "distance") ?? terminal.Texts["gap.unknown"] : terminal.Texts["gap.unknown"],
        "rank_unit" => rows[row, "distance"] is null ? null : rows[row, "unit"],
        "rank_needed" => Amount(rows, row, "pace_needed"),
        "rank_achieved" => Amount(rows, row, "pace_achieved"),
        _ => rows[row, column],
    };

    string OutlookOf(RowSet rows, int row)
    {
        var outlook = Outlook(rows[row, "outlook"]);
        if (rows.Columns.Contains("overdue_years") && rows[row, "overdue_years"] is decimal years) outlook += terminal.Texts["rank.overdue_years", ("years", years.ToString("0.0", CultureInfo.InvariantCulture))];
        return outlook;
    }

    string Outlook(object? outlook) => outlook is string said ? terminal.Texts["outlook." + said] : terminal.Texts["rank.no_year"];

    static string? Amount(RowSet rows, int row, string column) => rows[row, column] is decimal amount
        ? amount.ToString(rows[row, "kind"] is "coefficient" or "composite" ? "0.0000" : "#,0.##", CultureInfo.InvariantCulture)
        : null;

    static string Percent(object? share) => share is decimal part ? (part * 100).ToString("0.0", CultureInfo.InvariantCulture) : "";
}
