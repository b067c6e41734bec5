using System.Data.Common;
using DuckDB.NET.Data;

namespace Junheng.Pipelines.Warehouse.Engine;

/// <summary>The one place that names the provider; everything else knows System.Data.Common, so that Npgsql could stand here.</summary>
static class DuckDbFactory
{
    public static DbProviderFactory Instance => DuckDBClientFactory.Instance;

    public static DbConnection Open(string dataSource)
    {
        var connection = Instance.CreateConnection()!;
        connection.ConnectionString = "DataSource=" + dataSource;
        connection.Open();
        return connection;
    }
}
