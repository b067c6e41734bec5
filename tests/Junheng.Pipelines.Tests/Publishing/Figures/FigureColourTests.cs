using System.Text.Json;
using System.Text.RegularExpressions;

namespace Junheng.Pipelines.Tests.Publishing.Figures;

/// <summary>What a figure tells apart stays apart in grey print and for the colour-blind: by lightness, shape or dash.</summary>
public sealed partial class FigureColourTests
{
    /// <summary>In L*, from 0 to 100: less than this two areas look alike in print.</summary>
    const double ApartInLightness = 15;

    public static TheoryData<string> Ids => ShippedFigures.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public void Categories_StayApartInEveryVision(string id)
    {
        using var spec = JsonDocument.Parse(File.ReadAllBytes(ShippedFigures.Catalog.Find(id)!.SpecPath));
        foreach (var layer in Layers(spec.RootElement).Where(layer => layer.GetProperty("mark").GetProperty("type").GetString() != "text"))
        {
            var channels = ChannelsOf(layer);
            foreach (var (one, other) in Pairs(channels.SelectMany(channel => channel.Value.Keys).Distinct(StringComparer.Ordinal)))
            {
                // What is given one look is one thing, told by its label: the counties above a limit, whether named or not.
                if (channels.Values.All(looks => looks.GetValueOrDefault(one) == looks.GetValueOrDefault(other)) || ToldByForm(spec.RootElement, layer, channels, one, other)) continue;
                foreach (var (vision, seen) in Vision.All)
                {
                    var distance = channels.Where(channel => channel.Key != "shape" && channel.Value.ContainsKey(one) && channel.Value.ContainsKey(other))
                        .Max(channel => Math.Abs(Vision.Lightness(seen(channel.Value[one])) - Vision.Lightness(seen(channel.Value[other]))));
                    Assert.True(distance >= ApartInLightness, FormattableString.Invariant($"{id}: '{one}' and '{other}' differ by {distance:0.0} in lightness in {vision} vision, and by no shape or dash"));
                }
            }
        }
    }

    [Fact]
    public void Theme_TextsAndMarks_StandOutFromThePage()
    {
        using var theme = JsonDocument.Parse(File.ReadAllBytes(ShippedFigures.Catalog.ThemePath));
        var frame = theme.RootElement.GetProperty("frame");
        var config = theme.RootElement.GetProperty("config");
        var page = frame.GetProperty("background").GetString()!;

        Assert.All(new[] { "ink", "quiet", "stamp" }, name => Assert.InRange(Vision.Contrast(frame.GetProperty(name).GetString()!, page), 4.5, 21));
        Assert.All(config.GetProperty("range").GetProperty("category").EnumerateArray().Select(colour => colour.GetString()!), colour => Assert.InRange(Vision.Contrast(colour, page), 4.5, 21));
        Assert.All(
            config.EnumerateObject().Where(part => part.Value.ValueKind == JsonValueKind.Object).SelectMany(part => part.Value.EnumerateObject().Where(property => property.Name is "labelColor" or "titleColor").Select(property => property.Value.GetString()!)),
            colour => Assert.InRange(Vision.Contrast(colour, page), 4.5, 21));
    }

    /// <summary>Matrices that swap or grey the colours show that the simulation tells a bad palette.</summary>
    [Theory]
    [InlineData("protan", "#b8400e", "#5e6b00")]
    [InlineData("deutan", "#b8400e", "#7a5f00")]
    [InlineData("grey", "#1f5a92", "#a32400")]
    public void Vision_ColoursThatLookAlike_AreCaught(string vision, string one, string other)
    {
        var seen = Vision.All[vision];

        Assert.InRange(Math.Abs(Vision.Lightness(seen(one)) - Vision.Lightness(seen(other))), 0, ApartInLightness);
    }

    static IEnumerable<JsonElement> Layers(JsonElement view)
    {
        if (view.TryGetProperty("mark", out _)) yield return view;
        if (view.TryGetProperty("spec", out var inner))
            foreach (var layer in Layers(inner)) yield return layer;
        if (view.TryGetProperty("layer", out var layers))
            foreach (var layer in layers.EnumerateArray().SelectMany(Layers)) yield return layer;
    }

    /// <summary>Channel → category → what it looks like, where the spec says it.</summary>
    static Dictionary<string, Dictionary<string, string>> ChannelsOf(JsonElement layer)
    {
        var channels = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        if (!layer.TryGetProperty("encoding", out var encoding)) return channels;
        foreach (var channel in encoding.EnumerateObject().Where(channel => channel.Name is "color" or "fill" or "stroke" or "shape"))
        {
            if (channel.Value.TryGetProperty("scale", out var scale) && scale.TryGetProperty("range", out var range) && scale.TryGetProperty("domain", out var domain))
                channels[channel.Name] = domain.EnumerateArray().Zip(range.EnumerateArray()).ToDictionary(pair => pair.First.GetString()!, pair => pair.Second.GetString()!, StringComparer.Ordinal);
        }

        return channels;
    }

    /// <summary>Other shapes; or one of them alone is dashed, or has a mark of its own on top.</summary>
    static bool ToldByForm(JsonElement spec, JsonElement layer, Dictionary<string, Dictionary<string, string>> channels, string one, string other)
    {
        if (channels.TryGetValue("shape", out var shapes) && shapes[one] != shapes[other]) return true;
        var dashed = layer.GetProperty("encoding").TryGetProperty("strokeDash", out var dash) ? Named(dash.GetRawText()) : [];
        foreach (var above in Layers(spec).Where(above => above.GetProperty("mark").TryGetProperty("strokeDash", out _) && above.TryGetProperty("transform", out _)))
            dashed.UnionWith(Named(above.GetProperty("transform").GetRawText()));
        return dashed.Contains(one) != dashed.Contains(other);
    }

    static HashSet<string> Named(string expression) => Equal().Matches(expression).Select(match => match.Groups["category"].Value).ToHashSet(StringComparer.Ordinal);

    static IEnumerable<(string, string)> Pairs(IEnumerable<string> categories)
    {
        string[] all = [.. categories];
        return from one in Enumerable.Range(0, all.Length) from other in Enumerable.Range(one + 1, all.Length - one - 1) select (all[one], all[other]);
    }

    [GeneratedRegex(@"== (?:'|\\u0027)(?<category>\w+)(?:'|\\u0027)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Equal();
}
