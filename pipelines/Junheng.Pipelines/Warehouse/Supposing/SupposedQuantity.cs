using Junheng.Models.Numbers;

namespace Junheng.Pipelines.Warehouse.Supposing;

/// <summary>One quantity as it would be filed.</summary>
/// <param name="Unit">Code of a school, or of a county for what counties file.</param>
/// <param name="Stage"><c>all</c> for the whole school; always for a county.</param>
/// <param name="OfCounty">Whether it stands among what counties file.</param>
/// <param name="Amount">Null where it would not be filed at all.</param>
public sealed record SupposedQuantity(int Year, string Unit, string Stage, string Field, bool OfCounty, Rational? Amount);
