using Junheng.Models.Findings;
using Junheng.Models.Plans;
using Junheng.Models.Rules;
using Junheng.Pipelines.Formats;
using Junheng.Pipelines.Ingest.Sources;

namespace Junheng.Pipelines.Warehouse.Building;

/// <summary>The price list a source names, and its text as written. None ships: prices are local, and a price without a source is worth nothing.</summary>
public sealed record PriceFile(PriceList List, string Text)
{
    /// <param name="otherPack">The source is judged by another pack than its own, which the list was not made for.</param>
    /// <returns>The list; null when the source names none, or with a finding when it cannot be read.</returns>
    public static PriceFile? Of(Source source, RulePack pack, bool otherPack, FindingList findings)
    {
        if (source.Prices.Length == 0) return null;
        var path = Path.Combine(source.Folder, source.Prices);
        var fault = Path.IsPathRooted(source.Prices) || source.Prices.Split('/', '\\').Contains("..") ? "SRC-PATH-ESCAPES"
            : !File.Exists(path) ? "SRC-NO-PRICES"
            : null;
        if (fault is null) return PriceListReader.Read(path, source.Prices, pack, otherPack, findings) is { } list ? new PriceFile(list, File.ReadAllText(path)) : null;
        findings.Add(Finding.Error(fault, source.Places["prices"], source.Prices));
        return null;
    }
}
