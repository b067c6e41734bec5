using System.Globalization;
using System.Numerics;

namespace Junheng.Pipelines.Tests.Engine;

/// <summary>Every column type the models rely on, at its ends, through a result and through Parquet.</summary>
public sealed class ColumnTypeTests : IDisposable
{
    readonly ScratchEngine scratch = new();

    public static TheoryData<string, object> Values => new()
    {
        { "true", true },
        { "false", false },
        { "(-2147483648)::INTEGER", int.MinValue },
        { "2147483647::INTEGER", int.MaxValue },
        { "(-9223372036854775808)::BIGINT", long.MinValue },
        { "9223372036854775807::BIGINT", long.MaxValue },
        { "0.1::DOUBLE", 0.1 },
        { "1.7976931348623157e308::DOUBLE", double.MaxValue },
        { "5e-324::DOUBLE", double.Epsilon },
        { "'NaN'::DOUBLE", double.NaN },
        { "'-Infinity'::DOUBLE", double.NegativeInfinity },
        { "99999999999999.9999::DECIMAL(18,4)", 99999999999999.9999m },
        { "(-99999999999999.9999)::DECIMAL(18,4)", -99999999999999.9999m },
        { "0.0001::DECIMAL(18,4)", 0.0001m },
        { "0.000000000001::DECIMAL(38,12)", 0.000000000001m },
        { "(-0.000000000001)::DECIMAL(38,12)", -0.000000000001m },
        { "1234567890123456.789012345678::DECIMAL(38,12)", 1234567890123456.789012345678m },
        { "79228162514264337.593543950335::DECIMAL(38,12)", 79228162514264337.593543950335m },
        { "0.123456789012345678::DECIMAL(38,18)", 0.123456789012345678m },
        { "''", "" },
        { "'twelve bytes'", "twelve bytes" },
        { "'thirteen byte'", "thirteen byte" },
        { "'县域义务教育优质均衡 😀'", "县域义务教育优质均衡 😀" },
        { "DATE '0001-01-01'", new DateOnly(1, 1, 1) },
        { "DATE '2024-09-01'", new DateOnly(2024, 9, 1) },
        { "DATE '9999-12-31'", new DateOnly(9999, 12, 31) },
        { "TIMESTAMP '2024-02-29 23:59:59.999999'", new DateTime(2024, 2, 29, 23, 59, 59, 999, 999, DateTimeKind.Unspecified) },
        { "TIMESTAMP '1903-05-06 07:08:09'", new DateTime(1903, 5, 6, 7, 8, 9, DateTimeKind.Unspecified) },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Value_FromAResult_IsExact(string sql, object value) => Assert.Equal(value, First($"SELECT {sql}"));

    [Theory]
    [MemberData(nameof(Values))]
    public void Value_ThroughParquet_IsExact(string sql, object value)
    {
        var file = scratch.PathTo("t.parquet");
        scratch.Engine.Execute($"COPY (SELECT {sql} AS x) TO '{file}' (FORMAT parquet, COMPRESSION zstd)");

        Assert.Equal(value, First($"SELECT x FROM '{file}'"));
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Value_AsParameter_IsExact(string sql, object value) =>
        Assert.True(scratch.Engine.Query<bool>($"SELECT $value IS NOT DISTINCT FROM {sql}", new { value })[0]);

    [Theory]
    [InlineData("(-170141183460469231731687303715884105728)::HUGEINT")]
    [InlineData("170141183460469231731687303715884105727::HUGEINT")]
    [InlineData("18446744073709551616::HUGEINT")]
    [InlineData("(-1)::HUGEINT")]
    public void HugeInt_IsABigInteger(string sql) =>
        Assert.Equal(BigInteger.Parse(First($"SELECT ({sql})::VARCHAR").ToString()!, CultureInfo.InvariantCulture), First($"SELECT {sql}"));

    // Parquet has no such integer and DuckDB writes a DOUBLE: a table's column is cast to BIGINT or DECIMAL before it is written.
    [Fact]
    public void HugeInt_ThroughParquet_BecomesADouble()
    {
        var file = scratch.PathTo("t.parquet");
        scratch.Engine.Execute($"COPY (SELECT sum(range) AS x FROM range(3)) TO '{file}' (FORMAT parquet)");

        Assert.Equal(3.0, First($"SELECT x FROM '{file}'"));
    }

    // .NET's decimal holds 2^96: here the provider's own rounding begins, without a word. Text stays exact; what a model keeps
    // below 79 quadrillion in DECIMAL(38,12) is exact too.
    [Theory]
    [InlineData("99999999999999999999999999.999999999999")]
    [InlineData("-99999999999999999999999999.999999999999")]
    public void Decimal38_AtItsExtremes_IsExactOnlyAsText(string number)
    {
        var rounded = Assert.IsType<decimal>(First($"SELECT ({number})::DECIMAL(38,12)"));

        Assert.Equal(decimal.Parse(number, CultureInfo.InvariantCulture), rounded);
        Assert.NotEqual(number, rounded.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);

        var file = scratch.PathTo("t.parquet");
        scratch.Engine.Execute($"COPY (SELECT ({number})::DECIMAL(38,12) AS x) TO '{file}' (FORMAT parquet)");
        Assert.Equal(number, scratch.Scalar<string>($"SELECT x::VARCHAR FROM '{file}'"));
    }

    [Theory]
    [InlineData("BOOLEAN")]
    [InlineData("INTEGER")]
    [InlineData("BIGINT")]
    [InlineData("HUGEINT")]
    [InlineData("DOUBLE")]
    [InlineData("DECIMAL(38,12)")]
    [InlineData("DECIMAL(18,4)")]
    [InlineData("VARCHAR")]
    [InlineData("DATE")]
    [InlineData("TIMESTAMP")]
    [InlineData("VARCHAR[]")]
    [InlineData("STRUCT(a INTEGER)")]
    public void Null_OfEveryType_IsNull(string type)
    {
        using var reader = scratch.Engine.Read($"SELECT x::{type} FROM (VALUES (NULL), (NULL)) t(x)");

        Assert.True(reader.Read() && reader.IsDBNull(0) && reader.Read() && reader.GetValue(0) is DBNull);
    }

    [Fact]
    public void Null_AsParameter_IsNull() => Assert.True(scratch.Engine.Query<bool>("SELECT $value::INTEGER IS NULL", new { value = (int?)null })[0]);

    [Fact]
    public void List_OfText_KeepsOrderEmptyAndMissing()
    {
        using var reader = scratch.Engine.Read("SELECT x FROM (VALUES (['b', '', NULL, '一个比十二字节更长的文本']), ([]), (['z'])) t(x)");

        Assert.True(reader.Read());
        Assert.Equal((List<string?>)["b", "", null, "一个比十二字节更长的文本"], reader.GetFieldValue<List<string?>>(0));
        Assert.True(reader.Read());
        Assert.Empty(reader.GetFieldValue<List<string?>>(0));
        Assert.True(reader.Read());
        Assert.Equal(["z"], reader.GetFieldValue<List<string?>>(0));
    }

    [Fact]
    public void Struct_IsADictionary()
    {
        var value = Assert.IsType<Dictionary<string, object?>>(First("SELECT {'code': '01', 'limit': 0.45::DECIMAL(18,4), 'note': NULL}"));

        Assert.Equal(("01", 0.45m, null), (value["code"], value["limit"], value["note"]));
    }

    [Fact]
    public void Values_BeyondOneChunk_AllArrive()
    {
        using var reader = scratch.Engine.Read("SELECT range, CASE WHEN range % 3 = 0 THEN NULL ELSE 'text number ' || range END FROM range(10_000)");

        for (var i = 0L; i < 10_000; i++)
        {
            Assert.True(reader.Read());
            Assert.Equal(i, reader.GetInt64(0));
            Assert.Equal(i % 3 == 0 ? null : "text number " + i.ToString(CultureInfo.InvariantCulture), reader.IsDBNull(1) ? null : reader.GetString(1));
        }

        Assert.False(reader.Read());
    }

    [Fact]
    public void Reader_NamesAndTypesItsColumns()
    {
        using var reader = scratch.Engine.Read("SELECT 1::BIGINT AS 学校数, 0.5::DECIMAL(18,4) AS share, ['a'] AS names");

        Assert.Equal("学校数 share names", string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)));
        Assert.Equal([typeof(long), typeof(decimal), typeof(List<string>)], Enumerable.Range(0, reader.FieldCount).Select(reader.GetFieldType));
    }

    public void Dispose() => scratch.Dispose();

    object First(string sql)
    {
        using var reader = scratch.Engine.Read(sql);
        Assert.True(reader.Read());
        return reader.GetValue(0);
    }
}
