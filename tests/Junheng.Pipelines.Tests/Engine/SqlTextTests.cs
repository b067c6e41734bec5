using Junheng.Pipelines.Warehouse.Engine;

namespace Junheng.Pipelines.Tests.Engine;

public class SqlTextTests
{
    [Theory]
    [InlineData("", "''")]
    [InlineData("it's", "'it''s'")]
    [InlineData("a\\b\n\"", "'a\\b\n\"'")]
    public void Literal_IsQuoted(string text, string sql) => Assert.Equal(sql, SqlText.Literal(text));

    [Theory]
    [InlineData("order", "\"order\"")]
    [InlineData("a\"b'c", "\"a\"\"b'c\"")]
    public void Identifier_IsQuoted(string name, string sql) => Assert.Equal(sql, SqlText.Identifier(name));

    [Fact]
    public void Literal_WithNul_IsRefused() => Assert.Throws<ArgumentException>(() => SqlText.Literal("a\0b"));
}
