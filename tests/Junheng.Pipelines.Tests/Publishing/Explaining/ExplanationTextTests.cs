using Junheng.Models;
using Junheng.Pipelines.Publishing.Explaining;
using Junheng.Pipelines.Publishing.Explaining.Words;
using Junheng.Pipelines.Tests.Synthesis;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Tests.Publishing.Explaining;

[Collection(nameof(ExplainedDemoCity))]
public class ExplanationTextTests(ExplainedDemoCity demo)
{
    readonly ExplainedCity city = demo.City;

    static readonly string[] Examples =
    [
        "coefficient 2024 990105 primary 06", "coefficient 2024 990106 primary 04", "county_coefficient 2024 990107 junior 05 gini", "coefficient 2023 990106 junior 06",
        "indicator 2024 9901060039 primary 06", "indicator 2024 9901060014 primary 01", "school_indicator 2023 9901040003 primary 04 band", "indicator 2024 9901010040 junior 07",
        "school 2024 9901060039", "school 2024 9901060014", "school 2024 9901070021", "school_verdict 2024 9901040003 primary near_count", "school 2024 9901010003",
        "county 2024 990106", "county_verdict 2024 990105", "county_verdict 2024 990104 overall", "county_status 2019 990103 schools",
        "filed_quantity 2024 9901040003 all equipment_value", "school_stage 2024 9901040003 primary pupils", "rule 04  primary", "county 990104", "school 2024 9901040003 area",
        "county_indicator 2024 990104 all 08", "county_indicator 2024 990104 all 09", "county_indicator 2024 990101 all 10 a", "county_indicator 2024 990101 all 11", "county_indicator 2024 990102 primary 12",
        "county_indicator 2024 990104 all 13", "county_indicator 2024 990105 all 13", "county_indicator 2024 990105 all 14", "county_indicator 2024 990104 all 15 a", "county_indicator 2024 990104 all 16",
        "county_indicator 2024 990104 all 18 b value", "county_indicator 2024 990104 all 19", "county_indicator 2024 990104 junior 20", "county_indicator 2024 990104 junior 23",
        "county_indicator 2024 990104 all 26", "county_indicator 2024 990104 all 28", "county_indicator 2024 990104 all 29", "county_indicator 2024 990101 primary 31", "county_indicator 2024 990101 primary 31 between-science",
        "county_indicator 2024 990104 all 32", "school_rule_result 2024 9901040016 all 13 value", "county_veto 2024 990104 key_classes", "county_procedure 2024 990102",
    ];

    [Theory]
    [InlineData("coefficient", "coefficient 2024 990105 primary 06", Language.En)]
    [InlineData("indicator", "indicator 2024 9901060039 primary 06", Language.En)]
    [InlineData("school", "school 2024 9901060039", Language.Zh)]
    [InlineData("county", "county 2024 990106", Language.Zh)]
    [InlineData("verdict", "county_verdict 2024 990105", Language.En)]
    [InlineData("funding", "county_indicator 2024 990104 all 13", Language.Zh)]
    [InlineData("rotation", "county_indicator 2024 990104 all 18 b", Language.En)]
    public void Text_IsAsAccepted(string name, string words, Language language)
    {
        var path = RepositoryRoot.File($"tests/Junheng.Pipelines.Tests/Publishing/Explaining/Golden/{name}.txt");

        var text = ExplanationText.Of(city.Explain(words), TextBook.In(language), 100, all: false);

        if (Environment.GetEnvironmentVariable("JUNHENG_ACCEPT") == "1") File.WriteAllText(path, text);
        Assert.Equal(File.ReadAllText(path), text);
    }

    [Fact]
    public void Examples_SayEveryWordInBothLanguages()
    {
        foreach (var words in Examples)
        {
            var explanation = city.Explain(words);
            foreach (var language in new[] { Language.Zh, Language.En })
            {
                var texts = TextBook.In(language);
                Assert.All(explanation.Sections.SelectMany(section => section.Blocks).SelectMany(Values).SelectMany(Words), said =>
                    Assert.True(texts.Has(said.Key), $"{words}: {said.Key}"));
                using var stream = new MemoryStream();
                ExplanationJson.Write(explanation, texts, stream);
                stream.Position = 0;
                Assert.Equal(1, System.Text.Json.JsonDocument.Parse(stream).RootElement.GetProperty("format").GetInt32());
            }
        }
    }

    [Theory]
    [InlineData("explain.md")]
    [InlineData("explain.zh-CN.md")]
    public void Walkthrough_ShowsRealOutput(string page)
    {
        var golden = Directory.EnumerateFiles(RepositoryRoot.File("tests/Junheng.Pipelines.Tests/Publishing/Explaining/Golden")).SelectMany(File.ReadLines).ToHashSet(StringComparer.Ordinal);
        var inside = false;
        foreach (var line in File.ReadLines(RepositoryRoot.File("docs/walkthroughs/" + page)))
        {
            if (line.StartsWith("```", StringComparison.Ordinal)) inside = line == "```text";
            else if (inside && line != "…") Assert.Contains(line, golden);
        }
    }

    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(120)]
    public void Lines_FitTheTerminal(int width)
    {
        var wide = Examples.SelectMany(words => new[] { Language.Zh, Language.En }.SelectMany(language =>
                ExplanationText.Of(city.Explain(words), TextBook.In(language), width, all: true).Split('\n')))
            .Where(line => DisplayWidth.Of(line) > width)
            .ToList();

        Assert.True(wide.Count == 0, string.Join('\n', wide.Distinct().Take(20)));
    }

    [Fact]
    public void Texts_HaveTheSameKeysAndPlaceholders()
    {
        var (zh, en) = (TextBook.In(Language.Zh), TextBook.In(Language.En));

        Assert.Equal(zh.Keys.Order(StringComparer.Ordinal), en.Keys.Order(StringComparer.Ordinal));
        Assert.All(zh.Keys, key => Assert.Equal(Placeholders(zh, key), Placeholders(en, key)));
    }

    [Theory]
    [InlineData("coeficient 2024 990104 primary 05", "explain.no_table", "coefficient")]
    [InlineData("coefficient 2034 990104 primary 05", "explain.no_value", "2024")]
    [InlineData("coefficient 2024 990140 primary 05", "explain.no_value", "990104")]
    [InlineData("coefficient 2024 990104 primary 05 cvv", "explain.no_column", "cv")]
    [InlineData("coefficient 2024 990104", "explain.too_few", "primary")]
    [InlineData("school 2019 9901010041", "explain.no_value", "9901010040")]
    [InlineData("county 2024", "explain.too_few", "990101")]
    [InlineData("finding", "explain.empty_table", null)]
    [InlineData("county ' 990104", "explain.no_value", "2019")]
    public void WrongWords_AreRefusedWithTheNearest(string words, string key, string? nearest)
    {
        var all = words.Split(' ');

        var (explanation, refusal) = city.Explainer.Explain(all[0], all[1..]);

        Assert.Null(explanation);
        Assert.Equal(key, refusal!.Key);
        if (nearest is not null) Assert.Contains(nearest, (string)refusal.Facts.First(fact => fact.Name == "known").Value!, StringComparison.Ordinal);
    }

    [Fact]
    public void Question_QuotedAsOneWord_IsTheSame() => Assert.Equal(
        city.Explainer.Explain("coefficient", ["2024", "990104", "primary", "05"]).Explanation!.Question.Key,
        city.Explainer.Explain("coefficient 2024 990104 primary 05", []).Explanation!.Question.Key);

    // 9901070801 files for itself and is judged with 9901070004.
    [Fact]
    public void CellsOfACampus_StandBesideThoseOfItsSchool_EachUnderItsOwnCode()
    {
        var sources = city.Explain("school_rule_result 2024 9901070004 primary 12").Sections.Single(section => section.Name == "sources");
        var bands = ((Grid)sources.Blocks[^1]).Rows.Where(row => row[1] is Several field && field.Values.Any(value => value is "band_classes")).Select(row => (string)row[0]!);

        Assert.Equal(["9901070004", "9901070801"], bands.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ChangeThatWouldFlip_IsNamedAfterTheSchoolItIsOf()
    {
        var names = city.Reader.Query("select school_code as code, school_name as name from school where year = 2024 union select county_code, county_name from county", CancellationToken.None)
            .Rows.ToDictionary(row => (string)row[0]!, row => (string)row[1]!, StringComparer.Ordinal);
        var flips = city.Explain("county_indicator 2024 990107 junior 20").Flips;

        Assert.NotEmpty(flips);
        Assert.All(flips, flip => Assert.Equal(names[flip.School], flip.SchoolName));
    }

    static List<string> Placeholders(TextBook texts, string key) =>
        [.. TextBook.Placeholder().Matches(texts.Raw(key)).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];

    static IEnumerable<object?> Values(Block block) => block is Grid grid ? grid.Rows.SelectMany(row => row) : ((Statement)block).Facts.Select(fact => fact.Value);

    static IEnumerable<Said> Words(object? value) => value switch
    {
        Said said => [said],
        Several several => several.Values.SelectMany(Words),
        Statement statement => Values(statement).SelectMany(Words),
        _ => [],
    };
}
