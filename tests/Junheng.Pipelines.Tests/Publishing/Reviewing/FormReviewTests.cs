using Junheng.Pipelines.Ingest.Sources;
using Junheng.Pipelines.Publishing.Reviewing;
using Junheng.Pipelines.Tests.Judging;
using Junheng.Pipelines.Tests.Publishing.Workbooks;

namespace Junheng.Pipelines.Tests.Publishing.Reviewing;

/// <summary>A filed form against what we compute: what is ours agrees, what was changed is found where it stands, with what it would change.</summary>
public sealed class FormReviewTests(ReviewedDemoCity city) : IClassFixture<ReviewedDemoCity>
{
    const string Published = "data/messy/cn_youzhijunheng_forms_I-VI.xlsx";

    [Theory]
    [InlineData("990101")]
    [InlineData("990103")]
    [InlineData("990105")]
    [InlineData("990106")]
    public void Review_FilledFromOurOwn_NothingDiffers(string county)
    {
        var path = city.Filled(county);

        var (review, findings) = city.Review(path, county);

        WrittenWorkbook.IsValid(path);
        Assert.Empty(findings);
        Assert.True(review.Compared > 200);
        Assert.Equal(review.Compared, review.Count(Outcome.Equal));
        Assert.Empty(review.VerdictsThatDiffer);
        Assert.All(review.Blanks, blank => Assert.True(blank.Outcome is Outcome.Equal or Outcome.NotDeclared, $"{blank.Declared.Table} {blank.Declared.Cell} {blank.Outcome}"));
        // What stays blank is what we do not compute, or do not know: nothing else.
        Assert.All(review.Blanks.Where(blank => blank.Outcome == Outcome.NotDeclared), blank => Assert.True(blank.Declared.Asked.NotComputed is not null || !blank.Computed.IsKnown, blank.Declared.Item));
    }

    [Fact]
    public void Review_DozenChanges_EachAtItsCellWithItsVerdict()
    {
        var path = city.Filled();
        EditedForm.Edit(
            path,
            ("表Ⅰ", "S6", _ => "14948"),
            ("表Ⅱ-1", "C4", _ => "27"),
            ("表Ⅱ-2", "C5", _ => "10"),
            ("表Ⅱ-2", "D5", _ => "1267"),
            ("表Ⅱ-2", "K6", _ => "7.11"),
            ("表Ⅱ-2", "L7", _ => "248517"),
            ("表Ⅱ-2", "G8", _ => "４．２８"),
            ("表Ⅱ-2", "N9", _ => "否"),
            ("表Ⅲ", "F4", _ => "5.17"),
            ("表Ⅲ", "F5", _ => "0.920"),
            ("表Ⅳ", "B10", text => text.Replace("5868", "6868", StringComparison.Ordinal)),
            ("表Ⅳ", "C10", _ => "是"),
            ("表Ⅳ", "B14", text => text.Replace("骨干教师21名", "骨干教师 12 名", StringComparison.Ordinal)));

        var (review, findings) = city.Review(path);

        Assert.Empty(findings);
        Assert.Equal(
            [
                "Ⅰ S6 14948 14984 -36",
                "Ⅱ-1 C4 27 24 3",
                "Ⅱ-2 C5 private public ",
                "Ⅱ-2 D5 1267 1276 -9",
                "Ⅱ-2 G8 4.28 4.18 0.10 school not_met met",
                "Ⅱ-2 K6 7.11 9.11 -2.00 school_indicator met not_met",
                "Ⅱ-2 L7 248517 2485.17 246031.83",
                "Ⅱ-2 N9 not_met met  school met not_met",
                "Ⅲ F4 5.17 5.71 -0.54",
                "Ⅲ F5 0.92 0.292 0.628 coefficient met not_met",
                "Ⅳ B10 6868 5868 1000 indicator not_met met",
                "Ⅳ B14 12 21 -9 indicator met not_met",
                "Ⅳ C10 met not_met  indicator not_met met",
            ],
            Told(review));
        Assert.Equal(13, review.Count(Outcome.Differs));
        // The verdict on 14 is declared twice, and is one.
        Assert.Equal(6, review.VerdictsThatDiffer.Count);
    }

    [Fact]
    public void Review_TwoChangesThatOnlyTogetherLiftASchool_BothSaySo()
    {
        var path = city.Filled();
        var school = SchoolWithTwoNear();
        EditedForm.Edit(path, [.. school.Select(cell => ("表Ⅱ-2", cell, (Func<string, string>)(_ => "9999")))]);

        var changed = city.Review(path).Review.Blanks.Where(one => one.Change is not null).ToList();

        Assert.Equal(school, changed.Select(one => one.Declared.Cell));
        Assert.All(changed, one => Assert.Equal(("school", "not_met", "met"), (one.Change!.Of.Kind, one.Change.Ours, one.Change.WithDeclared)));
        Assert.Single(city.Review(path).Review.VerdictsThatDiffer);
    }

    [Fact]
    public void Review_CutOffInsteadOfRounded_IsRoundingAndChangesNoVerdict()
    {
        var path = city.Filled();
        var cut = city.Review(path).Review.Blanks.First(blank => blank is { Declared: { Table: "Ⅲ", Number: not null }, Computed.Number: { } ours } && ours.ToTruncatedDecimal(blank.Declared.Asked.Decimals) != blank.ComputedText);
        EditedForm.Edit(path, ("表Ⅲ", cut.Declared.Cell, _ => cut.Computed.Number!.Value.ToTruncatedDecimal(cut.Declared.Asked.Decimals)));

        var (review, _) = city.Review(path);

        Assert.Equal((1, 0, 0), (review.Count(Outcome.Rounding), review.Count(Outcome.Differs), review.VerdictsThatDiffer.Count));
        Assert.Equal(cut.Declared.Cell, review.Blanks.Single(blank => blank.Outcome == Outcome.Rounding).Declared.Cell);
    }

    [Fact]
    public void Review_WhatCannotBeRead_IsAllToldInOnePassAndTheRestCompared()
    {
        var path = city.Filled();
        EditedForm.Edit(
            path,
            ("表Ⅱ-2", "B4", text => text.Replace("第一小学", "第1小学", StringComparison.Ordinal)),
            ("表Ⅱ-2", "G5", _ => "约4.5"),
            ("表Ⅱ-2", "N6", _ => "基本达标"),
            ("表Ⅱ-2", "B8", text => text.Replace("第五", "第四", StringComparison.Ordinal)),
            ("表Ⅲ", "F3", _ => "生均用房"),
            ("表Ⅳ", "B12", _ => "全县教师都完成了360学时"),
            ("表Ⅳ", "A13", _ => "10. 编制"));

        var (review, findings) = city.Review(path);

        Assert.Equal(
            ["FORM-COLUMN-MISSING  生均教学及辅助用房面积（㎡）", "FORM-NOT-A-NUMBER G5 约4.5", "FORM-NOT-A-WORD N6 基本达标", "FORM-ROW-MISSING  10. 县级教育行政部门在核定的教职工编制总额和岗位总量内，统筹分配各校教职工编制和岗位数量", "FORM-SCHOOL-TWICE 8 示例市雁洲县第四小学", "FORM-SCHOOL-UNKNOWN 4 示例市雁洲县第1小学", "FORM-SENTENCE B12 全县教师都完成了360学时"],
            findings.Select(finding => $"{finding.Code} {At(finding.Place)} {finding.Value}").Order(StringComparer.Ordinal));
        Assert.Equal((2, 0), (review.Count(Outcome.Malformed), review.Count(Outcome.Differs)));
        Assert.True(review.Compared > 500);
        Assert.Equal("示例市雁洲县第一小学", findings.Single(finding => finding.Code == "FORM-SCHOOL-UNKNOWN").Facts["nearest"]);
    }

    [Fact]
    public void Review_BlankOfOurs_EverythingNotDeclared() => IsBlank(city.Blank());

    [SharedFact(Published)]
    public void Review_PublishedForm_EverythingNotDeclared() => IsBlank(Path.Combine(SharedData.Find()!, Published));

    void IsBlank(string path)
    {
        var (review, findings) = city.Review(path);

        Assert.Empty(findings);
        Assert.True(review.Blanks.Count > 600);
        Assert.All(review.Blanks, blank => Assert.Equal(Outcome.NotDeclared, blank.Outcome));
    }

    List<string> SchoolWithTwoNear() => city.Review(city.Filled()).Review.Blanks
        .Where(blank => blank.Declared.Asked.Figure == "school_indicator.value")
        .GroupBy(blank => (blank.School, blank.Stage))
        .Select(school => school.Where(blank => blank.Computed.Ruling!.Verdict == "not_met").Select(blank => blank.Declared.Cell).ToList())
        .First(failing => failing.Count == 2);

    static IEnumerable<string> Told(FormReview review) => review.Blanks.Where(blank => blank.Outcome is not (Outcome.Equal or Outcome.NotDeclared))
        .OrderBy(blank => blank.Declared.Table, StringComparer.Ordinal).ThenBy(blank => blank.Declared.Cell, StringComparer.Ordinal)
        .Select(blank => $"{blank.Declared.Table} {blank.Declared.Cell} {blank.DeclaredText} {blank.ComputedText} {blank.Difference}{(blank.Change is { } change ? $" {change.Of.Kind} {change.Ours} {change.WithDeclared}" : "")}");

    static string At(Models.Findings.Place place) => place.Column.Length > 0 ? place.Column.Split(' ')[0] + Row(place) : Row(place);

    static string Row(Models.Findings.Place place) => place.Row == 0 ? "" : place.Row.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
