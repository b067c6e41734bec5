using System.Globalization;
using Junheng.Models.Findings;
using Junheng.Models.Plans;
using Junheng.Models.Rules;
using Junheng.Pipelines.Formats.Yaml;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Formats;

/// <summary>Reads a list of unit prices and holds it against the indicators of the pack.</summary>
public static class PriceListReader
{
    /// <param name="otherPack">The list was made for another pack: prices of indicators that this one lacks are left out, and no fault.</param>
    /// <returns>The list, or null with findings.</returns>
    public static PriceList? Read(string path, string name, RulePack pack, bool otherPack, FindingList findings) =>
        Read(path, name, pack.Id, [.. pack.Indicators.Select(indicator => indicator.Id)], otherPack, findings);

    /// <param name="pack">Id of the rule pack the indicators are of.</param>
    public static PriceList? Read(string path, string name, string pack, IReadOnlyList<string> known, FindingList findings) => Read(path, name, pack, known, otherPack: false, findings);

    static PriceList? Read(string path, string name, string pack, IReadOnlyList<string> known, bool otherPack, FindingList findings)
    {
        var before = findings.Errors;
        if (YamlFile.Open(path, name, findings) is not { } map) return null;
        var list = new PriceList(
            map.Text("id") ?? "",
            map.Words("title"),
            map.Flag("synthetic", false),
            map.Maps("prices").SelectMany(price => PricesOf(price, pack, known, otherPack)).ToList());
        foreach (var twice in list.Prices.GroupBy(price => (price.Indicator, price.Stage)).Where(group => group.Count() > 1))
            map.Report("PRICE-TWICE", "prices", $"{twice.Key.Indicator} {twice.Key.Stage}".Trim());
        map.Done();
        return findings.Errors == before ? list : null;
    }

    static IEnumerable<UnitPrice> PricesOf(YamlMap map, string pack, IReadOnlyList<string> known, bool otherPack)
    {
        var indicators = map.Texts("indicators");
        if (indicators.Count == 0) map.Report("YAML-MISSING-KEY", "indicators", "", ("key", "indicators"));
        foreach (var unknown in otherPack ? [] : indicators.Except(known, StringComparer.Ordinal))
            map.Report("PRICE-UNKNOWN-INDICATOR", "indicators", unknown, ("pack", pack), ("known", string.Join(", ", Nearest.First(unknown, known))));
        var stage = map.Has("stage") ? map.Choice("stage", [.. Stages.Compulsory]) : null;
        var yuan = YuanOf(map);
        var what = map.Words("what");
        var source = map.Text("source") ?? "";
        map.Done();
        return indicators.Where(indicator => !otherPack || known.Contains(indicator, StringComparer.Ordinal)).Select(indicator => new UnitPrice(indicator, stage, yuan, what, source));
    }

    static decimal YuanOf(YamlMap map)
    {
        var text = map.Text("yuan") ?? "";
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan) && yuan is > 0 and < 1_000_000_000) return yuan;
        if (text.Length > 0) map.Report("YAML-BAD-VALUE", "yuan", text, ("wanted", "0.01 – 999999999"));
        return 0;
    }
}
