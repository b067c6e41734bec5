using Junheng.Models;
using Junheng.Pipelines.Publishing.Documents;

namespace Junheng.Pipelines.Tests.Publishing.Documents;

public class MarkdownReaderTests
{
    [Fact]
    public void Read_Headings_AreNumberedAsOfficialDocumentsAre()
    {
        var text = string.Concat(Enumerable.Repeat("## 章\n### 节\n", 11)) + "## 附表\n";

        Assert.Equal(["一、章", "（一）节", "二、章", "（一）节"], Headings(text, Language.Zh).Take(4));
        Assert.Equal(["十一、章", "（一）节", "附表"], Headings(text, Language.Zh).TakeLast(3));
        Assert.Equal(["1 One", "1.1 Two", "2 Three", "Annex"], Headings("## One\n### Two\n## Three\n## Annex", Language.En));
    }

    [Fact]
    public void Read_LinesOfATemplate_JoinAsTheLanguageWants()
    {
        var (document, _) = MarkdownReader.Read("# T\n\n共\n九个\n\nnine\ncounties", Language.Zh);

        Assert.Equal(["共九个", "nine counties"], document.Blocks.Cast<Paragraph>().Select(paragraph => DocumentModel.Plain(paragraph.Runs)));
    }

    [Fact]
    public void Read_TablesAndFigures_AreNumberedWithTheirCaptions()
    {
        var (document, faults) = MarkdownReader.Read("# T\n\n**概况**\n\n| 县 | 数 |\n|---|---:|\n| 甲 | 1 |\n\n![图题](figure:some-figure)\n", Language.Zh);

        Assert.Empty(faults);
        var table = Assert.IsType<Table>(document.Blocks[0]);
        Assert.Equal(("表1", "概况"), (table.Label, DocumentModel.Plain(table.Caption)));
        Assert.Equal([false, true], table.Right);
        var picture = Assert.IsType<Picture>(document.Blocks[1]);
        Assert.Equal(("some-figure", "图1"), (picture.Figure, picture.Label));
    }

    [Theory]
    [InlineData("no title", "no title")]
    [InlineData("# T\n\n- a\n- b", "ListBlock has no form")]
    [InlineData("# T\n\n| a |\n|---|\n| 1 |", "a table without a caption")]
    public void Read_WhatNoFormCanShow_IsAFault(string markdown, string message) =>
        Assert.Contains(MarkdownReader.Read(markdown, Language.Zh).Faults, fault => fault.Message.Contains(message, StringComparison.Ordinal));

    static IEnumerable<string> Headings(string text, Language language) =>
        MarkdownReader.Read("# T\n\n" + text, language).Document.Blocks.Cast<Heading>().Select(heading => heading.Label + DocumentModel.Plain(heading.Runs));
}
