using System.Globalization;
using System.Text.RegularExpressions;
using Junheng.Models.Rules;
using Junheng.Pipelines.Ingest.Sources;

namespace Junheng.Pipelines.Tests.Judging.LocalPacks;

/// <summary>Each overlay that ships differs from the national pack in exactly what is listed here, in the words of its document.</summary>
public sealed partial class ShippedOverlayTests
{
    public static TheoryData<string, string[]> Differences => new()
    {
        {
            "fushun-2020",
            ["confirmed kindergarten split.kindergarten 1=1", "confirmed primary split.kindergarten 1.1=1.1"]
        },
        {
            "linxi-2022",
            [
                "changed 11 nine_year_school threshold_by_type 2500=2000", "changed 11 twelve_year_school threshold_by_type 2500=2000",
                "unknown 12 primary threshold 45=unknown", "unknown 12 junior threshold 50=unknown",
                "confirmed 26 all threshold 5=5", "confirmed 15 a all threshold 1=1",
                "added fitness all indicator =95",
            ]
        },
        {
            "suifenhe-2021",
            [
                "unknown 23 junior threshold 95=unknown",
                "confirmed 15 a all threshold 1=1",
                "confirmed 31 level primary threshold 3=3", "confirmed 31 level junior threshold 3=3",
                "confirmed 31 between primary threshold 0.15=0.15", "confirmed 31 between junior threshold 0.15=0.15",
                "added three_disabilities all indicator =95",
                "added primary_retention primary indicator =unknown",
                "added fitness primary indicator =unknown", "added fitness junior indicator =unknown",
                "added teachers_per_pupil primary indicator =unknown", "added teachers_per_pupil junior indicator =unknown",
            ]
        },
        {
            "qujing-2022",
            [
                "added training_tenth all all indicator =10", "added training_tenth city all indicator =2", "added training_tenth county all indicator =3",
                "added large_class primary indicator =$large_class_over", "added large_class junior indicator =$large_class_over",
                "added large_school all indicator =$large_school_over",
            ]
        },
    };

    [Theory, MemberData(nameof(Differences))]
    public void Overlay_DiffersFromTheNationalPack_InWhatItsDocumentSays(string name, string[] expected)
    {
        var pack = PackText.Shipped(name);

        Assert.Equal("national-2017", pack.Extends);
        Assert.Equal(expected, pack.Changes.Select(change => Spaces().Replace(
            $"{change.Kind} {change.Indicator} {change.Part} {change.Stage} {change.What} {change.BaseValue}={change.LocalValue}", " ")));
    }

    // What no entry names is the national pack's, object by object.
    [Theory, MemberData(nameof(Differences))]
    public void Overlay_OfAllElse_SaysNothing(string name, string[] expected)
    {
        var national = PackText.Shipped("national-2017");
        var pack = PackText.Shipped(name);
        var touched = pack.Changes.Select(change => change.Indicator).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(expected);
        Assert.All(national.CountyIndicators.Where(one => !touched.Contains(one.Id)), one => Assert.Equal(Written(one), Written(pack.CountyIndicators.Single(other => other.Id == one.Id))));
        Assert.Equal(national.Indicators.Select(Written), pack.Indicators.Select(Written));
        Assert.Equal(national.Split.OrderBy(Written), pack.Split.OrderBy(Written));
        Assert.Equal(national.Scopes, pack.Scopes);
        Assert.Equal(national.Vetoes.Select(veto => veto.Id), pack.Vetoes.Select(veto => veto.Id));
    }

    [Theory, MemberData(nameof(Differences))]
    public void Quotations_AreTheWordsOfTheSeed(string name, string[] expected)
    {
        Assert.NotEmpty(expected);
        // Without the shared data there is nothing to hold them against.
        if (SharedData.Find() is not { } shared) return;
        var seed = File.ReadAllText(Path.Combine(shared, "seeds", name + ".txt"));
        var pack = PackText.Shipped(name);

        Assert.All(pack.Changes.Select(change => change.Citation).Concat(pack.Departments.Select(one => one.Citation)), citation => Assert.Contains(citation.Clause, seed, StringComparison.Ordinal));
    }

    [Fact]
    public void Fushun_NamesDepartments_ForAllButTheLast()
    {
        var departments = PackText.Shipped("fushun-2020").Departments;

        Assert.Equal(Enumerable.Range(1, 31).Select(number => number.ToString("00", CultureInfo.InvariantCulture)), departments.Select(one => one.Indicator).Distinct().Order(StringComparer.Ordinal));
        Assert.All(departments.GroupBy(one => one.Indicator), one => Assert.Equal(one.First().Citation.Clause, string.Join('、', one.OrderBy(each => each.Position).Select(each => each.Name))));
        Assert.All(departments, one => Assert.Equal("listed", one.Role));
    }

    // A row of annex 3 ends in its departments, whatever its layout.
    [Fact]
    public void Fushun_DepartmentsOfEveryRow_AreThoseOfTheSeed()
    {
        if (SharedData.Find() is not { } shared) return;
        var annex = File.ReadAllText(Path.Combine(shared, "seeds", "fushun-2020.txt")).Split("县创建指标要求及分工")[^1];
        var rows = Row().Matches(annex).Select(match => match.Groups["who"].Value).Where(who => who.Length > 0).ToList();

        var pack = PackText.Shipped("fushun-2020");

        Assert.Equal(pack.Departments.GroupBy(one => one.Indicator).OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => one.First().Citation.Clause), rows);
    }

    static string Written(CountyIndicator one) => $"{one.Id} {string.Join(';', one.Parts.Select(part => $"{part.Id} {part.Citation} {string.Join(',', part.Thresholds)} {string.Join(',', part.ThresholdsByType)}"))}";

    static string Written(Indicator one) => $"{one.Id} {one.Citation} {one.LimitCitation} {string.Join(',', one.Thresholds)} {string.Join(',', one.Limits)} {one.Scope}";

    static string Written(SplitWeight weight) => weight.ToString();

    [GeneratedRegex(" +", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^\d+\t[^\n]*\t(?<who>教育局[^\t\n]*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();
}
