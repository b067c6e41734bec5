using System.Globalization;
using Junheng.Models.Findings;
using Junheng.Pipelines.Tests.Ingest;
using Junheng.Pipelines.Tests.Judging;

namespace Junheng.Pipelines.Tests.Geography;

/// <summary>Filed lineage is held against the registers of its year and the one before, where there are such; it is warned of and never an error.</summary>
public sealed class LineageKnownTests
{
    [Fact]
    public void Build_EachContradiction_IsAWarningAtItsCell()
    {
        // A was and is there, B left, C came. Rows 9 and 10 are of years that no register here is of: nothing contradicts them.
        using var judged = new Filing(Of("A", 2023), Of("B", 2023), Of("A", 2024), Of("C", 2024))
        {
            Lineage =
            [
                "2024,A,closed,",
                "2024,X,closed,",
                "2024,B,opened,",
                "2024,A,opened,",
                "2024,A,merged,",
                "2024,C,recoded,X",
                "2024,C,split,A",
                "2019,Y,opened,",
                "2030,A,merged,Z",
            ],
        }.Judge();

        Assert.Equal(
            ["2 B school_code A", "3 B school_code X", "4 B school_code B", "5 B school_code A", "6 D predecessor_code ", "7 D predecessor_code X"],
            judged.Outcome.Findings.Where(finding => finding.Code == "CHECK-LINEAGE-KNOWN").Select(finding => string.Create(CultureInfo.InvariantCulture, $"{finding.Place.Row} {finding.Place.Column} {finding.Value}")));
        Assert.All(judged.Outcome.Findings.Where(finding => finding.Place.File == "lineage.csv"), finding => Assert.Equal(Severity.Warning, finding.Severity));
    }

    static FiledSchool Of(string code, int year) => new FiledSchool("990101", code, "primary_school", year).Stage("primary", 100);
}
