using Junheng.Pipelines.Ingest.Mapping;

namespace Junheng.Pipelines.Tests.Ingest.Mapping;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("2024-09-01")]
    [InlineData("2024-9-1")]
    [InlineData("2024/9/1")]
    [InlineData("2024.9.1")]
    [InlineData("20240901")]
    [InlineData("2024年9月1日")]
    [InlineData("2024年09月01日")]
    [InlineData(" 2024 年 9 月 1 日 ")]
    [InlineData("２０２４年９月１日")]
    [InlineData("2024-09-01 00:00:00")]
    [InlineData("45536")]
    public void TryRead_AsOfficialsTypeIt_IsTheDay(string text)
    {
        Assert.True(DateText.TryRead(text, out var date));
        Assert.Equal("2024-09-01", date);
    }

    [Theory]
    [InlineData("2024年9月")]
    [InlineData("1.9.2024")]
    [InlineData("09/01/2024")]
    [InlineData("2024-13-01")]
    [InlineData("2024-02-30")]
    [InlineData("2024-09-01 08:30:00")]
    [InlineData("去年秋天")]
    [InlineData("2024")]
    [InlineData("99999")]
    [InlineData("12345")]
    [InlineData("45536.5")]
    [InlineData("")]
    public void TryRead_WhatIsNoDayOrMightBeAnother_IsNone(string text) => Assert.False(DateText.TryRead(text, out _));
}
