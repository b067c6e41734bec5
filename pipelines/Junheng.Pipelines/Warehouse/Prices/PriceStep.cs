using System.Globalization;
using Junheng.Models;
using Junheng.Models.Plans;
using Junheng.Models.Rules;
using Junheng.Pipelines.Warehouse.Steps;
using Junheng.Pipelines.Warehouse.Tables;

namespace Junheng.Pipelines.Warehouse.Prices;

/// <summary>The table <c>unit_price</c>: what the source's price list says, and one yuan for what is counted in yuan anyway.</summary>
/// <param name="list">Null when the source names none: costs then stay unknown, amounts do not.</param>
public sealed class PriceStep(RulePack pack, PriceList? list, IReadOnlyDictionary<string, TableDocument> documents) : IStep
{
    const string Table = "unit_price";
    const string Money = "元";

    static readonly Bilingual MoneyItself = new("本身以元计", "counted in yuan itself");

    public string Name => "prices";

    public IReadOnlyList<string> Inputs => [];

    public IReadOnlyList<TableDocument> Outputs => [documents[Table]];

    public string Identity => string.Join('\n', [StepCode.Version, .. Rows().Select(row => string.Join('\t', row))]);

    public void Run(StepContext context) => context.Write(documents[Table], Rows());

    IEnumerable<string?[]> Rows() => pack.Indicators
        .SelectMany(indicator => indicator.Thresholds.Keys.Select(stage => (Indicator: indicator, Stage: stage, Price: PriceOf(indicator, stage))))
        .Where(row => row.Price is not null)
        .Select(row => new[] { row.Indicator.Id, row.Stage, row.Price!.Yuan.ToString(CultureInfo.InvariantCulture), row.Price.What.Zh, row.Price.What.En, row.Price.Source });

    // A price for the stage goes before one for every stage.
    UnitPrice? PriceOf(Indicator indicator, string stage) =>
        list?.Prices.Where(price => price.Indicator == indicator.Id && (price.Stage ?? stage) == stage).MinBy(price => price.Stage is null ? 1 : 0)
        ?? (indicator.ShortfallUnit.Zh == Money ? new UnitPrice(indicator.Id, null, 1, MoneyItself, "") : null);
}
