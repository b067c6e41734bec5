using Junheng.Models.Fields;
using Junheng.Models.Numbers;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>One quantity of a row, and the row it came from: another part of it, or another vintage's where the latest has a fault there.</summary>
/// <param name="Part">The layout that read it; null for a computed quantity.</param>
/// <param name="Standing">Why it is in force though it is not of the latest filing; see <see cref="Mapping.Standing"/>.</param>
internal sealed record FiledAmount(Field Field, Rational Amount, FiledCells Cells, MappedRow From, Layout? Part, string Standing = Standing.Latest);

/// <summary>How a value stands among the vintages of its cell.</summary>
internal static class Standing
{
    public const string Latest = "";

    /// <summary>An earlier one is in force, because the later file has a fault there.</summary>
    public const string LaterFaulty = "later_faulty";

    /// <summary>An earlier one is in force, because the later file lacks the row.</summary>
    public const string LaterLacks = "later_lacks";

    /// <summary>What a site check found is in force.</summary>
    public const string SiteCheck = "site_check";

    /// <summary>Not in force: a later one is.</summary>
    public const string Superseded = "superseded";
}
