using Junheng.Models.Findings;
using Junheng.Pipelines.Warehouse.Building;
using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Steps;

namespace Junheng.Pipelines.Tests.Snapshots;

/// <summary>Slips in a model or its document stop a build: they are faults of ours.</summary>
public sealed class ModelFaultTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("junheng-");
    readonly DuckDbEngine engine;

    public ModelFaultTests() => engine = DuckDbEngine.Open(new EngineOptions(1, "1GB", folder.FullName));

    public void Dispose()
    {
        engine.Dispose();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("select id from a", "a", "")]
    [InlineData("select id from a join b using (id)", "a", "SQL-UNDECLARED-INPUT b")]
    [InlineData("select id from a", "a, b", "SQL-UNUSED-INPUT b")]
    [InlineData("with b as (select id from a) select id from b", "a", "SQL-CTE-HIDES-MODEL b")]
    [InlineData("select id from a, range(3)", "a", "SQL-TABLE-FUNCTION range")]
    [InlineData("select id from a, read_csv('x.csv')", "a", "SQL-TABLE-FUNCTION read_csv")]
    [InlineData("select id frm a", "a", "SQL-BROKEN ")]
    public void Verify_Slip_IsFound(string sql, string inputs, string fault)
    {
        var findings = new FindingList();

        Model(sql, inputs).Verify(engine, ["a", "b"], findings);

        Assert.Equal(fault, string.Join('\n', findings.Select(finding => $"{finding.Code} {finding.Value}")));
    }

    [Theory]
    [InlineData("select 1 as id, 'x' as word", "its document promises")]
    [InlineData("select * from (values (1, 2), (1, 3)) rows(id, word)", "more than one row for \"id\": 1")]
    [InlineData("select 1 as id, null::integer as word", "word is missing in some rows")]
    [InlineData("select 1 as id, 2 as word", null)]
    [InlineData("select 2 as word, 1 as id", "its document promises")]
    public void Inspect_TableIsNotItsDocument_Throws(string sql, string? fault)
    {
        var model = Model(sql, "");
        var path = Path.Combine(folder.FullName, "model.parquet");
        engine.Execute($"COPY ({sql}) TO {SqlText.Literal(path)}");
        engine.Execute($"CREATE VIEW model AS SELECT * FROM read_parquet({SqlText.Literal(path)})");

        var thrown = Record.Exception(() => TableInspection.Inspect(model.Outputs[0], path, "key", engine, CancellationToken.None));

        if (fault is null) Assert.Null(thrown);
        else Assert.Contains(fault, Assert.IsType<InvalidOperationException>(thrown).Message, StringComparison.Ordinal);
    }

    SqlModel Model(string sql, string inputs)
    {
        var path = Path.Combine(folder.FullName, "model.sql");
        File.WriteAllText(path, $"-- grain: id\n-- inputs: {inputs}\n\n{sql}\n");
        File.WriteAllText(Path.ChangeExtension(path, ".yaml"), """
            format: 1
            table: model
            zh: 表
            en: table
            columns:
              id: {type: INTEGER, zh: 号, en: id}
              word: {type: INTEGER, zh: 词, en: word}
            """);
        var findings = new FindingList();
        return SqlModel.Read(path, findings) ?? throw new InvalidOperationException(findings[0].Code);
    }
}
