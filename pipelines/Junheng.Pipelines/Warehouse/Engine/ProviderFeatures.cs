using System.Data.Common;

namespace Junheng.Pipelines.Warehouse.Engine;

/// <summary>
/// What DuckDB's provider can do that System.Data.Common has no word for. Reached by name: to write the provider's types
/// would tie this code to the signed assembly they were built against.
/// </summary>
static class ProviderFeatures
{
    /// <summary>Rows come as they are computed, not when all are. A provider without the switch streams anyway.</summary>
    public static void Stream(DbCommand command) =>
        command.GetType().GetProperty("UseStreamingMode")?.SetValue(command, true);

    /// <summary>From 0 to 1, or null when nothing is known.</summary>
    public static double? Progress(DbConnection connection)
    {
        var progress = connection.GetType().GetMethod("GetQueryProgress")?.Invoke(connection, null);
        var percentage = progress?.GetType().GetProperty("Percentage")?.GetValue(progress) as double?;
        return percentage is >= 0 ? Math.Min(percentage.Value / 100, 1) : null;
    }
}
