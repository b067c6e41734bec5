using Junheng.Pipelines.Publishing.Documents;
using Junheng.Pipelines.Publishing.Documents.Binding;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Tests.Publishing.Documents;

public class TemplateBinderTests
{
    static readonly Dictionary<string, RowSet> Rows = new(StringComparer.Ordinal)
    {
        ["totals"] = new(["counties", "late", "note", "share"], [[9, 0, null, 76.9m]]),
        ["counties"] = new(["name", "cv"], [["河东|区", 0.41], ["*河西区", 0.5003m]]),
        ["none"] = new(["name"], []),
    };

    [Theory]
    [InlineData("共{{totals.counties}}个", "共9个")]
    [InlineData("{{#totals.late}}晚{{/totals.late}}{{^totals.late}}没有晚的{{/totals.late}}", "没有晚的")]
    [InlineData("{{#none}}有{{/none}}{{^none}}没有{{/none}}", "没有")]
    [InlineData("{{#totals.note}}说明{{/totals.note}}", "")]
    [InlineData("{{#counties}}{{cv}}，{{/counties}}", "0.41，0.5003，")]
    [InlineData("{{#counties}}{{cv}}/{{totals.counties}} {{/counties}}", "0.41/9 0.5003/9 ")]
    [InlineData("{{#totals}}{{share}}{{/totals}}", "76.9")]
    public void Bind_Template_ReadsAs(string template, string text) => Assert.Equal(text, Bound(template));

    [Fact]
    public void Bind_SectionMarksOnLinesOfTheirOwn_LeaveTheTableWhole() =>
        Assert.Equal("| a |\n|---|\n| 0.41 |\n| 0.5003 |\n", Bound("| a |\n|---|\n{{#counties}}\n| {{cv}} |\n{{/counties}}\n"));

    [Fact]
    public void Bind_NameWithMarkdownInIt_StaysAName() => Assert.Equal(@"河东\|区\*河西区", Bound("{{#counties}}{{name}}{{/counties}}"));

    [Theory]
    [InlineData("{{totals.countys}}", "{{totals.countys}} is not there")]
    [InlineData("{{total.counties}}", "{{total.counties}} is not there")]
    [InlineData("{{cv}}", "{{cv}} is not there")]
    [InlineData("{{#late}}x{{/late}}", "{{late}} is not there")]
    [InlineData("\n{{totals.note}}", "Line 2: {{totals.note}} is missing in row 1 of totals.sql")]
    [InlineData("{{counties.cv}}", "wants one row, and counties.sql gave 2")]
    [InlineData("{{none.name}}", "wants one row, and none.sql gave 0")]
    [InlineData("{{#counties}}{{cv}}", "is never closed")]
    [InlineData("{{#counties}}{{/totals}}{{/counties}}", "closes nothing; open is counties")]
    public void Bind_WhatIsNotThere_IsAFault(string template, string message)
    {
        var (_, _, faults) = TemplateBinder.Bind(template, Rows);

        Assert.Contains(message, Assert.Single(faults).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bind_EveryNumber_SaysWhereItComesFrom()
    {
        var (_, numbers, _) = TemplateBinder.Bind("{{totals.counties}} {{#counties}}{{name}} {{cv}} {{/counties}}", Rows);

        Assert.Equal(["totals.1.counties=9", "counties.1.cv=0.41", "counties.2.cv=0.5003"], numbers.Select(number => $"{number.Query}.{number.Row.ToString(System.Globalization.CultureInfo.InvariantCulture)}.{number.Column}={number.Printed}"));
        Assert.Equal("*河西区", numbers[2].Key["name"]);
    }

    static string Bound(string template)
    {
        var (markdown, _, faults) = TemplateBinder.Bind(template, Rows);
        Assert.Empty(faults);
        return string.Concat(NumberMarks.Split(markdown).Select(piece => piece.Text));
    }
}
