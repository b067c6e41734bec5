using System.Text.Json;
using Junheng.Models;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Publishing.Figures;

/// <summary>What stands in the picture around the chart: a picture travels without its page, and must still say what it is.</summary>
/// <param name="Scope">The line under the title: which year, which place.</param>
/// <param name="Reading">How to read the figure.</param>
/// <param name="AsOf">The date its data stand for, as <c>yyyy-MM-dd</c>: also the date of a PDF, which may not depend on the clock.</param>
/// <param name="Synthetic">Made from invented schools.</param>
/// <param name="Partial">Made from a snapshot that was accepted with errors.</param>
public sealed record FigureCaption(
    Language Language, string Title, string Scope, string Reading, string Alt, string Source, string Snapshot, string Method, string AsOf, bool Synthetic, bool Partial)
{
    /// <summary>Whether the picture leaves its title to the page around it; whoever cannot see it still hears it.</summary>
    public bool Untitled { get; init; }

    TextBook Texts => TextBook.In(Language);

    internal void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("title", Title);
        if (Untitled) json.WriteBoolean("untitled", true);
        if (Scope.Length > 0) json.WriteString("scope", Scope);
        json.WriteString("description", Alt);
        json.WriteString("date", AsOf);
        json.WriteString("empty", Texts["figure.empty"]);
        if (Stamp is { } stamp) json.WriteString("stamp", stamp);
        json.WriteStartArray("notes");
        foreach (var note in Notes) json.WriteStringValue(note);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    string? Stamp => (Synthetic, Partial) switch
    {
        (true, true) => Texts["figure.stamp_synthetic"] + " · " + Texts["figure.stamp_partial"],
        (true, false) => Texts["figure.stamp_synthetic"],
        (false, true) => Texts["figure.stamp_partial"],
        _ => null,
    };

    IEnumerable<string> Notes
    {
        get
        {
            if (Reading.Length > 0) yield return Texts["figure.reading", ("reading", Reading)];
            yield return Texts["figure.origin", ("source", Source), ("snapshot", Snapshot), ("method", Method)];
            if (Synthetic) yield return Texts["figure.synthetic"];
            if (Partial) yield return Texts["figure.partial"];
        }
    }
}
