using System.Globalization;
using System.IO.Compression;
using Junheng.Models.Findings;
using Junheng.Models.Geography;
using Junheng.Pipelines.Formats;
using Junheng.Pipelines.Ingest.Sources;
using Junheng.Pipelines.Tests.Ingest;
using Junheng.Pipelines.Tests.Judging;

namespace Junheng.Pipelines.Tests.Geography;

public sealed class CountyCodesTests
{
    const string Lists = "data/china/cn_gb2260_2002_2016.csv.gz";

    [Fact]
    public void Shipped_AllLists_AreSoundAndSayTheirSource() => Assert.All(Directory.EnumerateFiles(ShippedContent.Geography), path =>
    {
        var codes = Read(path, out var findings);
        Assert.Empty(findings);
        Assert.NotEmpty(codes.Changes);
        Assert.All(codes.Changes, change => Assert.NotEmpty(change.Source));
    });

    /// <summary>The lists end in July 2016; what comes after is inferred, and the list says so.</summary>
    [SharedFact(Lists)]
    public void Shipped_Changes_AreInTheListsOfCodes()
    {
        var lists = CodeLists();
        Assert.All(Shipped.Changes, change =>
        {
            var (last, first) = (LastWith(lists, change.Code, change.Name), FirstWith(lists, change.NextCode, change.NextName));
            Assert.NotNull(last);
            if (change.Certainty != "published")
            {
                Assert.Equal(("201607", null), (last, first));
                return;
            }

            // The old code outlived the count of the year before, and the new one was there before the count of its year.
            Assert.NotNull(first);
            Assert.InRange(Month(last), ((change.Year - 1) * 100) + 9, Month(first) - 1);
            Assert.InRange(Month(first), Month(last), (change.Year * 100) + 8);
            Assert.EndsWith($"{last[..4]}-{last[4..]} and {first[..4]}-{first[4..]}", change.Source, StringComparison.Ordinal);
        });
    }

    [SharedFact("data/china/cn_counties_2023.csv")]
    public void Shipped_NewCodes_StandInTheListOf2023()
    {
        var listed = File.ReadLines(SharedFile("data/china/cn_counties_2023.csv")).Skip(1).Select(line => line.Split(',')).ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
        Assert.All(Shipped.Changes, change =>
        {
            Assert.Equal(change.NextName, listed[change.NextCode]);
            Assert.False(listed.ContainsKey(change.Code));
        });
    }

    /// <summary>All that two lists bear out are there, and no other: the same name under one code before and one after.</summary>
    [SharedFact(Lists)]
    public void Shipped_ListsWithoutACountBetweenThem_AreTakenWhole()
    {
        var lists = CodeLists();
        var today = File.ReadLines(SharedFile("data/china/cn_counties_2023.csv")).Skip(1).Select(line => line.Split(',')).Select(row => (row[0], row[1])).ToHashSet();

        var borneOut = new[] { ("201210", "201308"), ("201509", "201607") }.SelectMany(pair =>
        {
            var (gone, come) = (lists[pair.Item1].ExceptBy(lists[pair.Item2].Select(one => one.Code), one => one.Code).Where(IsCounty), lists[pair.Item2].ExceptBy(lists[pair.Item1].Select(one => one.Code), one => one.Code).Where(IsCounty));
            return gone.GroupBy(Stem).Join(come.GroupBy(Stem), before => before.Key, after => after.Key, (before, after) => (before, after))
                .Where(both => both.before.Count() == 1 && both.after.Count() == 1).Select(both => (Old: both.before.Single().Code, New: both.after.Single())).Where(change => today.Contains(change.New)).Select(change => (change.Old, change.New.Code));
        });

        Assert.Equal(borneOut.Order(), Shipped.Changes.Where(change => change.Certainty == "published").Select(change => (change.Code, change.NextCode)).Order());

        static bool IsCounty((string Code, string Name) one) => !one.Code.EndsWith("00", StringComparison.Ordinal) && one.Name != "市辖区";

        static (string Province, string Stem) Stem((string Code, string Name) one) => (one.Code[..2], one.Name.Length > 2 ? one.Name.TrimEnd('县', '市', '区') : one.Name);
    }

    [Fact]
    public void From_ChangesInSteps_LeadUpToTheYear()
    {
        var codes = Written("{year: 2010, from: A, from_name: a, to: B, to_name: b, certainty: seed, source: x}", "{year: 2015, from: B, from_name: b, to: C, to_name: c, certainty: seed, source: x}", out var findings);

        Assert.Empty(findings);
        Assert.Equal(["B"], codes.From(codes.Changes[0], 2014).Select(change => change.NextCode));
        Assert.Equal(["B", "C"], codes.From(codes.Changes[0], 2015).Select(change => change.NextCode));
    }

    [Theory]
    [InlineData("{year: 2010, from: A, from_name: a, to: C, to_name: c, certainty: seed, source: x}", "GEO-CODE-TWICE")]
    [InlineData("{year: 2010, from: B, from_name: b, to: A, to_name: a, certainty: seed, source: x}", "GEO-BACKWARD")]
    [InlineData("{year: 2010, from: X, from_name: x, to: A, to_name: a, certainty: seed, source: x}", "GEO-BACKWARD")]
    [InlineData("{year: 2011, from: X, from_name: x, to: Y, to_name: y, certainty: sure, source: x}", "YAML-BAD-VALUE")]
    public void Read_ChangesThatCannotBe_AreToldAtTheirRow(string second, string code)
    {
        Written("{year: 2010, from: A, from_name: a, to: B, to_name: b, certainty: seed, source: x}", second, out var findings);

        Assert.Equal(6, Told.Once(findings, code).Place.Row);
    }

    [Fact]
    public void Source_NamesItsOwnList_OrOneThatIsNotThere()
    {
        using var source = new SmallSource();
        source.Append(SmallSource.Yaml, "geography: geography/mine.yaml\n");

        Told.Once(source.Findings(), "SRC-NO-GEOGRAPHY");
        source.Write("geography/mine.yaml", "format: 1\nid: mine\ntitle: {zh: 自有, en: mine}\nchanges:\n  - {year: 2020, from: '990101', from_name: 甲县, to: '990199', to_name: 甲市, certainty: seed, source: 示例 example}\n");
        var outcome = source.Build();

        Assert.Equal(["990199 甲市"], outcome.Query(source, "select concat(county_code_now, ' ', county_name_now) from county_as_now").Rows.Select(row => row[0]));
    }

    static CountyCodes Shipped => Read(Path.Combine(ShippedContent.Geography, "county-codes.yaml"), out _);

    static CountyCodes Written(string first, string second, out FindingList findings)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, $"format: 1\nid: two\ntitle: {{zh: 二, en: two}}\nchanges:\n  - {first}\n  - {second}\n");
            return Read(path, out findings);
        }
        finally
        {
            File.Delete(path);
        }
    }

    static CountyCodes Read(string path, out FindingList findings)
    {
        findings = [];
        return CountyCodesReader.Read(path, Path.GetFileName(path), findings)!;
    }

    static int Month(string list) => int.Parse(list, CultureInfo.InvariantCulture);

    static string SharedFile(string name) => Path.Combine(SharedData.Find()!, name);

    static ILookup<string, (string Code, string Name)> CodeLists()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(SharedFile(Lists)), CompressionMode.Decompress));
        return reader.ReadToEnd().Split('\n').Skip(1).Select(line => line.Trim().Split(',')).Where(row => row.Length == 3)
            .ToLookup(row => row[0], row => (row[1], row[2]), StringComparer.Ordinal);
    }

    static string? LastWith(ILookup<string, (string, string)> lists, string code, string name) => With(lists, code, name).LastOrDefault();

    static string? FirstWith(ILookup<string, (string, string)> lists, string code, string name) => With(lists, code, name).FirstOrDefault();

    static IEnumerable<string> With(ILookup<string, (string, string)> lists, string code, string name) =>
        lists.Where(list => list.Contains((code, name))).Select(list => list.Key).Order(StringComparer.Ordinal);
}
