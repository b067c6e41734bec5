using Junheng.Pipelines.Warehouse.Building;

namespace Junheng.Pipelines.Tests.Ingest;

/// <summary>Rows in = loaded + quarantined + no data, and the tables hold as many as the counts say.</summary>
static class Accounts
{
    public static void AreBalanced(BuildOutcome outcome, SmallSource source)
    {
        Assert.Empty(outcome.Query(source, "select * from source_rows where rows_in <> loaded + quarantined + not_data").Rows);
        var counted = outcome.Query(source, "select sum(loaded)::bigint as loaded, sum(quarantined)::bigint as aside from source_rows");
        var there = outcome.Query(source, """
            select (select count(*) from filed_school) + (select count(*) from filed_stage) + (select count(*) from filed_facility) as loaded,
                (select count(*) from quarantine) as aside
            """);
        Assert.Equal(there.Rows[0], counted.Rows[0]);
        Assert.Empty(outcome.Query(source, "select code from quarantine where code not in (select code from finding)").Rows);
    }
}
