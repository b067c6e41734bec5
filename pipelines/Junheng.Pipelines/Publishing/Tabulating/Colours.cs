using Junheng.Pipelines.Publishing.Workbooks;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Publishing.Tabulating;

/// <summary>The colours of judged words: good, middling, bad, not known. Bad is bold and not known italic, so that grey paper tells them apart too.</summary>
static class Colours
{
    static readonly CellStyle Good = new() { Colour = "1E4620", Fill = "E2EFDA" };
    static readonly CellStyle Middling = new() { Colour = "6B4500", Fill = "FFF2CC" };
    static readonly CellStyle Bad = new() { Bold = true, Colour = "8B0000", Fill = "FADBD8" };
    static readonly CellStyle Unknown = new() { Italic = true, Colour = "404040", Fill = "E7E6E6" };

    static readonly Dictionary<string, CellStyle> Styles = new(StringComparer.Ordinal)
    {
        ["verdict.met"] = Good,
        ["verdict.not_met"] = Bad,
        ["verdict.unknown"] = Unknown,
        ["band.meets"] = Good,
        ["band.near"] = Middling,
        ["band.below"] = Bad,
        ["outlook.achieved"] = Good,
        ["outlook.ready"] = Good,
        ["outlook.on_track"] = Good,
        ["outlook.slipped"] = Middling,
        ["outlook.late"] = Middling,
        ["outlook.overdue"] = Bad,
        ["outlook.cannot_tell"] = Unknown,
        ["task_state.closed"] = Good,
        ["task_state.claimed"] = Middling,
        ["task_state.overdue"] = Bad,
        ["remedy_state.closed"] = Good,
        ["remedy_state.claimed"] = Middling,
        ["remedy_state.overdue"] = Bad,
        ["remedy_state.open"] = Unknown,
    };

    public static IReadOnlyList<WordColour> Of(string terms, TextBook texts) =>
        Styles.Where(style => style.Key.StartsWith(terms + ".", StringComparison.Ordinal)).Select(style => new WordColour(texts[style.Key], style.Value)).ToList();
}
