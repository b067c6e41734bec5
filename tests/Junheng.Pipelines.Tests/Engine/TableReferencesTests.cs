using Junheng.Pipelines.Warehouse.Engine;

namespace Junheng.Pipelines.Tests.Engine;

public sealed class TableReferencesTests : IDisposable
{
    readonly ScratchEngine scratch = new();

    [Theory]
    [InlineData("SELECT 1", "")]
    [InlineData("FROM a", "a")]
    [InlineData("FROM \"统计 表\"", "统计 表")]
    [InlineData("FROM A JOIN a USING (x)", "A")]
    [InlineData("FROM s.a, c.s.b", "c.s.b s.a")]
    [InlineData("FROM a LEFT JOIN b ON a.x = b.x ASOF JOIN c ON a.t >= c.t", "a b c")]
    [InlineData("SELECT * FROM a WHERE x IN (SELECT y FROM b) AND EXISTS (FROM c)", "a b c")]
    [InlineData("SELECT (SELECT max(x) FROM b) FROM a ORDER BY (SELECT min(x) FROM c)", "a b c")]
    [InlineData("FROM a UNION ALL FROM b EXCEPT FROM c", "a b c")]
    [InlineData("FROM a, LATERAL (SELECT * FROM b WHERE b.x = a.x)", "a b")]
    [InlineData("SELECT * FROM (PIVOT a ON x IN (1, 2) USING sum(y))", "a")]
    [InlineData("FROM 'x.parquet'", "x.parquet")]
    [InlineData("WITH c AS (FROM a) FROM c", "a")]
    [InlineData("WITH c AS (FROM a), d AS (FROM c) FROM d JOIN C USING (x)", "a")]
    [InlineData("WITH a AS (FROM a) FROM a", "a")]
    [InlineData("WITH d AS (FROM c), c AS (FROM a) FROM c, d", "a c")]
    [InlineData("SELECT * FROM (WITH c AS (FROM a) FROM c) UNION ALL FROM c", "a c")]
    [InlineData("WITH c AS (FROM a) SELECT (SELECT max(x) FROM c) FROM (WITH c AS (FROM b) FROM c)", "a b")]
    [InlineData("WITH c AS (FROM a) FROM c UNION ALL FROM c", "a")]
    [InlineData("WITH c AS (FROM a) FROM s.c", "a s.c")]
    [InlineData("WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r JOIN a ON n < 3) FROM r", "a")]
    public void Of_Select_NamesTheTablesItReads(string sql, string tables) => Assert.Equal(tables, string.Join(' ', Of(sql).Tables));

    [Theory]
    [InlineData("FROM a, read_parquet('x')", "read_parquet")]
    [InlineData("SELECT * FROM range(3) WHERE 1 IN (SELECT 1 FROM read_csv('x'))", "range read_csv")]
    [InlineData("FROM query_table('a')", "query_table")]
    [InlineData("FROM (DESCRIBE a)", "describe")]
    [InlineData("SELECT list_sum([1]), sum(x) FROM a", "")]
    public void Of_Select_NamesTheTableFunctionsApart(string sql, string functions) => Assert.Equal(functions, string.Join(' ', Of(sql).Functions));

    [Fact]
    public void Of_Select_NamesItsCtes() => Assert.Equal("c d", string.Join(' ', Of("WITH d AS (FROM a) SELECT * FROM (WITH c AS (FROM d) FROM c)").Ctes));

    [Theory]
    [InlineData("SELECT '统计😀',\n  FROM WHERE", "line 2, column 8: syntax error at or near \"WHERE\"")]
    [InlineData("DROP TABLE a", "One SELECT is expected, and a PIVOT in it must list its columns with IN.")]
    [InlineData("PIVOT a ON x USING sum(y)", "One SELECT is expected, and a PIVOT in it must list its columns with IN.")]
    [InlineData("SELECT 1; SELECT 2", "One SELECT is expected; here are 2.")]
    [InlineData("", "One SELECT is expected; here are 0.")]
    public void Of_WhatIsNotOneSelect_SaysWhy(string sql, string error) => Assert.Equal(error, Of(sql).Error);

    [Fact]
    public void Of_DeepNesting_IsReadToTheBottom()
    {
        const int Levels = 200;
        var sql = string.Concat(Enumerable.Repeat("SELECT * FROM (", Levels)) + "FROM a" + new string(')', Levels);

        Assert.Equal("a", string.Join(' ', Of(sql).Tables));
    }

    [Fact]
    public void Of_ExpressionOfManyTerms_IsReadToTheEnd()
    {
        var sql = "SELECT " + string.Join(" + ", Enumerable.Repeat("x", 900)) + " + (SELECT max(y) FROM b) FROM a";

        Assert.Equal("a b", string.Join(' ', Of(sql).Tables));
    }

    public void Dispose() => scratch.Dispose();

    TableReferences Of(string sql) => TableReferences.Of(scratch.Engine, sql);
}
