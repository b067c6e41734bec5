using Junheng.Models.Findings;
using Junheng.Models.Plans;
using Junheng.Pipelines.Formats;
using Junheng.Pipelines.Ingest.Sources;
using Junheng.Pipelines.Tests.Judging;

namespace Junheng.Pipelines.Tests.Plans;

/// <summary>The five plans say what their documents say: every duty, word for word.</summary>
public sealed class ShippedPlanTests
{
    static readonly string[] Ids = ["fushun-2020", "linxi-2022", "qujing-2022", "suifenhe-2021", "xinqiu-2021"];

    [Fact]
    public void Plans_AllThatShip_AreTheFive() =>
        Assert.Equal(Ids, Directory.EnumerateFiles(ShippedContent.Plans, "*.yaml").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal));

    // Counted by hand as docs/formats/plan.md says: duties are numbered lines, tasks the single acts in them.
    [Theory]
    [InlineData("fushun-2020", 63, 125, 6, 6)]
    [InlineData("linxi-2022", 22, 64, 4, 0)]
    [InlineData("qujing-2022", 27, 192, 8, 6)]
    [InlineData("suifenhe-2021", 27, 83, 10, 0)]
    [InlineData("xinqiu-2021", 11, 47, 3, 3)]
    public void Plan_OfADocument_HasItsDuties(string id, int duties, int tasks, int clauses, int phases)
    {
        var plan = Read(id);

        Assert.Equal((id, duties, tasks, clauses, phases), (plan.Id, plan.Duties.Count, plan.Tasks.Count(), plan.Clauses.Count, plan.Phases.Count));
        Assert.All(plan.Tasks, task => Assert.All(new[] { task.Name.Zh, task.Name.En }, Assert.NotEmpty));
    }

    [SharedFact("seeds/qujing-2022.txt")]
    public void Quotes_OfEveryPlan_StandInItsDocument() => Assert.All(Ids, id =>
    {
        var document = new Document(id);
        Assert.All(Read(id).Quotes, quote => Assert.True(document.Holds(quote), $"{id}: {quote}"));
    });

    [SharedFact("seeds/qujing-2022.txt")]
    public void Documents_EveryWord_IsQuotedOrNamedAsNoDuty() => Assert.All(Ids, id =>
    {
        var document = new Document(id);
        var plan = Read(id);
        foreach (var quote in plan.Quotes.Concat(plan.Headings)) document.Cross(quote, quote);
        foreach (var passage in plan.Besides) document.Cross(passage.From, passage.To);

        Assert.Empty(document.Left());
    });

    [Fact]
    public void Offices_OfEveryDuty_StandInTheWordsThatNameThem() => Assert.All(Ids.Except(["fushun-2020"]), id =>
    {
        var plan = Read(id);
        foreach (var duty in plan.Duties.Where(duty => duty.Responsible.Count > 0))
        {
            var words = Document.Tidy(string.Concat(duty.Quotes));
            Assert.All(duty.Responsible, one =>
            {
                var office = plan.Departments.First(department => department.Name == one.Department);
                Assert.True(words.Contains(Document.Tidy(office.Name), StringComparison.Ordinal) || words.Contains(Document.Tidy(office.Short), StringComparison.Ordinal)
                    || words.Contains("各县(市、区)", StringComparison.Ordinal) || words.Contains("相关县", StringComparison.Ordinal), $"{id} {duty.Id} {one.Department}");
            });
        }
    });

    [Fact]
    public void Qujing_TargetYears_AreThoseOfTheDocument() => Assert.Equal(
        [("沾益区", 2022), ("马龙区", 2023), ("陆良县", 2025), ("罗平县", 2026), ("师宗县", 2026), ("麒麟区", 2028), ("富源县", 2030), ("会泽县", 2030), ("宣威市", 2030), ("曲靖经开区", 0)],
        Read("qujing-2022").Counties.Select(county => (county.Name.Zh, county.Standard?.By?.Last.Year ?? 0)));

    [Fact]
    public void OnlyEarlier_IsTheClauseOfQujingAlone() =>
        Assert.Equal(["qujing-2022"], Ids.Where(id => Read(id).Clauses.Any(clause => clause.Kind == Clause.OnlyEarlier)));

    [Theory]
    [InlineData("fushun-2020", "2021-12-31", "2022-12-31", "national", "strive")]
    [InlineData("linxi-2022", "2023-12-31", "2024-12-31", "national", "must")]
    [InlineData("xinqiu-2021", "2023-12-31", "2024-12-31", "national", "must")]
    [InlineData("suifenhe-2021", "", "", "provincial", "must")]
    public void Targets_OfACountyPlan_AreTwo(string id, string standard, string recognition, string level, string strength)
    {
        var county = Assert.Single(Read(id).Counties);

        Assert.Equal(
            (standard, recognition, level, strength),
            (Text(county.Standard?.By), Text(county.Recognition!.By), county.Recognition.Level, county.Recognition.Strength));
    }

    [Theory]
    [InlineData("xinqiu-2021", 131, "个")]
    [InlineData("xinqiu-2021", 353, "平方米")]
    [InlineData("linxi-2022", 19, "所")]
    [InlineData("qujing-2022", 30000, "名")]
    [InlineData("suifenhe-2021", 10, "%")]
    public void Quantity_OfATask_IsThere(string id, int quantity, string unit) =>
        Assert.Contains(Read(id).Tasks, task => task.Quantity == quantity && task.Unit!.Zh == unit);

    static string Text(PlanDay? day) => day?.Last.ToString("yyyy-MM-dd", null) ?? "";

    static Plan Read(string id)
    {
        var findings = new FindingList();
        var plan = PlanReader.Read(Path.Combine(ShippedContent.Plans, id + ".yaml"), id + ".yaml", findings);
        Assert.Empty(findings);
        return plan!;
    }

    /// <summary>A document without its white space, and what of it has been accounted for.</summary>
    sealed class Document(string id)
    {
        readonly string text = Tidy(System.Text.RegularExpressions.Regex.Replace(
            File.ReadAllText(Path.Combine(SharedData.Find()!, "seeds", id + ".txt")), @"\[bookmark:[^\]]*\]", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));

        readonly HashSet<int> crossed = [];

        public static string Tidy(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && letter != '\uFEFF'));

        public bool Holds(string quote) => text.Contains(Tidy(quote), StringComparison.Ordinal);

        /// <summary>From every place of the first words to the next place of the last.</summary>
        public void Cross(string from, string to)
        {
            var (first, last) = (Tidy(from), Tidy(to));
            for (var at = text.IndexOf(first, StringComparison.Ordinal); at >= 0; at = first == last ? text.IndexOf(first, at + 1, StringComparison.Ordinal) : -1)
            {
                var end = first == last ? at : text.IndexOf(last, at + first.Length, StringComparison.Ordinal);
                Assert.True(end >= 0, $"{id}: {from} … {to}");
                for (var index = at; index < end + last.Length; index++) crossed.Add(index);
            }
        }

        /// <summary>Runs of more than two letters that nothing accounts for; what joins two quotations is shorter.</summary>
        public IEnumerable<string> Left()
        {
            var run = new System.Text.StringBuilder();
            for (var index = 0; index <= text.Length; index++)
            {
                if (index < text.Length && !crossed.Contains(index))
                {
                    run.Append(text[index]);
                    continue;
                }

                if (run.ToString().Count(char.IsLetter) > 2) yield return run.ToString();
                run.Clear();
            }
        }
    }
}
