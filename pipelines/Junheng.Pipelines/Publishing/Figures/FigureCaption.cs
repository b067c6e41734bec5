using System.Text.Json;

namespace Junheng.Pipelines.Publishing.Figures;

/// <summary>What stands in the picture around the chart: a picture travels without its page, and must still say what it is.</summary>
/// <param name="Synthetic">Made from invented schools.</param>
/// <param name="Partial">Made from a snapshot that was accepted with errors.</param>
public sealed record FigureCaption(string Title, string Source, string Snapshot, string Method, bool Synthetic, bool Partial)
{
    /// <param name="reading">How to read the figure: the spec's description.</param>
    internal void WriteTo(Utf8JsonWriter json, string? reading)
    {
        json.WriteStartObject();
        json.WriteString("title", Title);
        if (Stamp is { } stamp)
            json.WriteString("stamp", stamp);
        json.WriteStartArray("notes");
        foreach (var note in Notes(reading))
            json.WriteStringValue(note);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    string? Stamp => (Synthetic, Partial) switch
    {
        (true, true) => "示例数据 synthetic · 部分数据 partial",
        (true, false) => "示例数据 synthetic",
        (false, true) => "部分数据 partial",
        _ => null,
    };

    IEnumerable<string> Notes(string? reading)
    {
        if (!string.IsNullOrWhiteSpace(reading))
            yield return "读图 Reading：" + reading;
        yield return $"来源 Source：{Source}　快照 Snapshot：{Snapshot}　方法 Method：{Method}";
        if (Synthetic)
            yield return "示例数据：学校与数值均为虚构。 Synthetic: schools and values are invented.";
        if (Partial)
            yield return "部分数据：申报有误，相关数值按未知处理。 Partial: filings had errors; what they touch is unknown.";
    }
}
