using System.Text.Json;
using Junheng.Pipelines.Publishing.Explaining.Words;

namespace Junheng.Cli.Tests;

/// <summary>rank, gap, plan and whatif: they fit a terminal, read as accepted, and come as csv and json with nothing else on standard output.</summary>
[Collection(DemoCityCollection.Name)]
public sealed class PlanningOutputTests(BuiltDemoCity city)
{
    const int Terminal = 120;

    // A county judged or planned again takes seconds: every format and both languages, but not each with each.
    static readonly string[] WhatIf = ["whatif", "--change", "9901040001/all/multimedia_rooms+=9", "--change", "9901040001/primary/teachers_backbone+=2"];
    static readonly string[] Cheapest = ["plan", "cheapest", "--county", "990107", "--year", "2026"];
    static readonly string[] WithoutMoves = [.. Cheapest, "--enrolment", "latest", "--no-moves"];

    public static TheoryData<string> Commands =>
    [
        "rank", "gap --by school --county 990105", "gap --by office --county 990105", "plan calendar --as-of 2024-09-01", "plan sample --year 2025 --seed 1",
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void EveryLine_FitsIntoATerminal_InBothLanguages(string command)
    {
        foreach (var language in new[] { "zh", "en" }) Fits(Run(language, command.Split(' ')));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void CsvAndJson_HoldTheSameColumnsAndRows(string command) => AssertSame(command.Split(' '));

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void WhatIf_OfMoreRooms_ReadsAsAccepted(string language) => Golden.IsAccepted($"whatif.{language}.txt", Fits(Run(language, WhatIf)).Out);

    [Fact]
    public void WhatIf_AsCsvAndJson_HoldsTheSameColumnsAndRows() => AssertSame(WhatIf);

    [Fact]
    public void Cheapest_WithinAYearlyBudget_ReadsAsAccepted() =>
        Golden.IsAccepted("plan-cheapest.zh.txt", Fits(Run("zh", [.. Cheapest, "--budget", "400000"])).Out);

    [Fact]
    public void Cheapest_BeyondTheBudget_SaysWhatConflicts_AndReadsAsAccepted() =>
        Golden.IsAccepted("plan-cheapest-conflict.en.txt", Fits(Run("en", 2, [.. WithoutMoves, "--budget", "1000000"])).Out);

    [Fact]
    public void Cheapest_AsCsvAndJson_HoldsTheSameColumnsAndRows()
    {
        var csv = Run("en", [.. WithoutMoves, "--format", "csv"]);
        var book = Path.Combine(Directory.CreateTempSubdirectory("junheng-plan-").FullName, "plan.xlsx");
        var json = Run("zh", [.. WithoutMoves, "--format", "json", "--out", book]);

        AssertRows(csv.Out, json.Out);
        Golden.IsAccepted("plan-cheapest.en.csv", csv.Out);
        Golden.IsAccepted("plan-cheapest.zh.json", json.Out);
        Assert.True(new FileInfo(book).Length > 0);
        Assert.Contains(book, Run("zh", 2, [.. WithoutMoves, "--out", book]).Error, StringComparison.Ordinal);
        Directory.Delete(Path.GetDirectoryName(book)!, recursive: true);
        Assert.Contains("示例数据", json.Error, StringComparison.Ordinal);
    }

    Said Run(string language, params string[] arguments) => Run(language, 0, arguments);

    Said Run(string language, int exit, string[] arguments)
    {
        var said = city.Run([.. arguments, "--lang", language]);
        Assert.True(exit == said.Exit, said.Error);
        return said;
    }

    void AssertSame(string[] command)
    {
        var csv = Run("zh", [.. command, "--format", "csv"]);
        var json = Run("en", [.. command, "--format", "json"]);

        AssertRows(csv.Out, json.Out);
        Assert.DoesNotContain("示例数据", json.Out.Split('\n')[0], StringComparison.Ordinal);
    }

    static Said Fits(Said said)
    {
        Assert.All(said.Out.Split('\n'), line => Assert.InRange(DisplayWidth.Of(line.TrimEnd()), 0, Terminal));
        return said;
    }

    static void AssertRows(string csv, string json)
    {
        using var rows = JsonDocument.Parse(json);
        var header = csv.Split('\n')[0].TrimEnd('\r').Split(',');
        Assert.NotEqual(0, rows.RootElement.GetArrayLength());
        Assert.All(rows.RootElement.EnumerateArray(), row => Assert.Equal(header, row.EnumerateObject().Select(property => property.Name)));
        Assert.Equal(rows.RootElement.GetArrayLength(), Records(csv) - 1);
    }

    // A line break within quotes is no end of a record.
    static int Records(string csv)
    {
        var (records, quoted) = (0, false);
        foreach (var letter in csv)
        {
            if (letter == '"') quoted = !quoted;
            else if (letter == '\n' && !quoted) records++;
        }

        return records;
    }
}
