using Junheng.Pipelines.Publishing.Explaining.Words;

namespace Junheng.Pipelines.Publishing.Documents;

/// <summary>How the columns of a table share the width of the page. One measure is half a Chinese character.</summary>
static class ColumnShares
{
    /// <summary>156 mm in 10.5 pt.</summary>
    const int Room = 84;

    /// <summary>156 mm in 9 pt, for tables that are too wide in 10.5.</summary>
    const int SmallRoom = 98;

    /// <summary>What a column takes beside its text.</summary>
    const int Margin = 2;

    /// <summary>What a column of words takes more where numbers end right before it.</summary>
    const int Gap = 2;

    /// <summary>A Chinese head breaks into lines of at least this; a Latin word does not break.</summary>
    const int Head = 8;

    /// <summary>The same where the table would be too wide: heads break sooner than names.</summary>
    const int NarrowHead = 6;

    /// <summary>So many columns stand close together.</summary>
    const int Many = 9;

    /// <summary>Names and numbers up to this width stay on one line.</summary>
    const int Short = 18;

    public static bool IsWide(Table table) => Columns(table, DisplayWidth.Of).Where(width => width <= Short).Sum() > Room - Short || table.Head.Count > 7;

    public static IReadOnlyList<int> Of(Table table)
    {
        var room = IsWide(table) ? SmallRoom : Room;
        var whole = Columns(table, DisplayWidth.Of);
        if (whole.Sum() <= room) return whole;
        whole = Columns(table, DisplayWidth.Of, NarrowHead);
        if (whole.Sum() <= room) return whole;
        // Where words leave room by breaking, numbers stay on their line with their unit; else they break at their spaces.
        var numbers = whole.Where((width, column) => IsNumber(table, column) || width <= Short).Sum();
        var sentences = whole.Where((width, column) => !IsNumber(table, column) && width > Short).ToList();
        if (sentences.Count > 0 && room - numbers >= sentences.Count * Short)
            return [.. whole.Select((width, column) => IsNumber(table, column) || width <= Short ? width : Math.Max(Short, width * (room - numbers) / sentences.Sum()))];
        var words = Columns(table, text => text.Split(' ').Max(DisplayWidth.Of), NarrowHead);
        var columns = whole.Select((width, column) => IsNumber(table, column) ? words[column] : width).ToList();
        var (kept, broken) = (columns.Where(width => width <= Short).Sum(), columns.Where(width => width > Short).Sum());
        return broken == 0 || kept + broken <= room ? columns : [.. columns.Select(width => width <= Short ? width : Math.Max(Short, width * Math.Max(room - kept, Short) / broken))];
    }

    /// <summary>Whether words begin right after a column of numbers: without a gap «6» and «not met» read as one.</summary>
    public static bool FollowsNumbers(Table table, int column) => column > 0 && table.Head.Count <= Many && !IsNumber(table, column) && IsNumber(table, column - 1);

    static bool IsNumber(Table table, int column) => column < table.Right.Count && table.Right[column];

    static List<int> Columns(Table table, Func<string, int> measure, int head = Head) => [.. table.Head.Select((title, column) => Margin + (FollowsNumbers(table, column) ? Gap : 0) + Math.Max(
        // Bold Latin letters are a quarter wider than half a Chinese character.
        DocumentModel.Plain(title).Split(' ').Max(word => word.All(char.IsAscii) ? (word.Length * 5 + 3) / 4 : Math.Min(DisplayWidth.Of(word), head)),
        table.Rows.Where(row => column < row.Count).Select(row => measure(DocumentModel.Plain(row[column]))).DefaultIfEmpty(0).Max()))];
}
