using Junheng.Models.Fields;
using Junheng.Models.Findings;
using Junheng.Pipelines.Formats;

namespace Junheng.Pipelines.Tests.Judging;

/// <summary>No slip of 万元 may overflow a build: every quantity at the largest its field allows, all together, in many schools.</summary>
public sealed class FieldMaximumTests
{
    static readonly string[] AllStages = ["kindergarten", "primary", "junior", "senior"];

    static readonly FieldCatalog Catalog = FieldCatalogReader.Read(ShippedContent.Fields, new FindingList());

    [Fact]
    public void Build_EveryQuantityAtItsMost_DoesNotOverflow()
    {
        using var judged = new Filing(Enumerable.Range(0, 200).Select(number => School(FormattableString.Invariant($"S{number:000}"), pupils: Most("stage", "pupils")))) { AcceptPartial = true, Unchecked = true }.Judge();

        // The gym is then as large as the teaching area it is part of, and nothing is left for indicator 04.
        Assert.Equal(12, judged.Coefficients("schools = 200 and cv = 0 and verdict = 'met'").Count);
        Assert.Equal(["04", "04"], judged.Coefficients("schools = 200 and total = 0 and verdict = 'unknown'").Select(row => row.Indicator));
        Assert.Empty(judged.Schools("reason <> ''"));
    }

    // The other end: the most of everything for a single pupil is the largest value there is, and beside a school of a million pupils the largest difference.
    [Fact]
    public void Build_EveryQuantityAtItsMostForOnePupil_DoesNotOverflow()
    {
        using var judged = new Filing(School("one", 1).Has(("gym_area", 0)), School("million", Most("stage", "pupils")), Poor("poor")) { AcceptPartial = true, Unchecked = true }.Judge();

        Assert.Equal(14, judged.Coefficients("schools = 3 and cv > 100 and verdict = 'not_met'").Count);
    }

    // As the checks see it: four degrees of the most teachers are more than the most teachers, and that is all that happens.
    [Fact]
    public void Build_EveryQuantityAtItsMostChecked_FindsWhatCannotBeAndDoesNotOverflow()
    {
        using var judged = new Filing(School("one", 1), School("million", Most("stage", "pupils"))) { AcceptPartial = true }.Judge();

        Assert.Contains(judged.Outcome.Findings, finding => finding.Code == "CHECK-DEGREES-WITHIN-TEACHERS");
    }

    static FiledSchool School(string code, Amount pupils)
    {
        var school = new FiledSchool("C", code, "twelve_year_school").Has(QuantitiesOf("facility"));
        foreach (var stage in AllStages) school.Stage(stage, pupils, [.. QuantitiesOf("stage").Where(field => field.Field != "pupils")]);
        return school;
    }

    static FiledSchool Poor(string code)
    {
        var school = new FiledSchool("C", code, "twelve_year_school").Has([.. QuantitiesOf("facility").Select(field => (field.Field, (Amount)0))]);
        foreach (var stage in AllStages)
            school.Stage(stage, Most("stage", "pupils"), [.. QuantitiesOf("stage").Where(field => field.Field != "pupils").Select(field => (field.Field, (Amount)0))]);
        return school;
    }

    static (string Field, Amount Amount)[] QuantitiesOf(string dataset) =>
        [.. Catalog.Find(dataset)!.Fields.Where(field => field.Kind == FieldKind.Quantity).Select(field => (field.Name, Most(dataset, field.Name)))];

    static Amount Most(string dataset, string field) => Catalog.Find(dataset)!.Find(field)!.Most!.Value;
}
