using Junheng.Models;
using Junheng.Models.Findings;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Tests.Ingest;

/// <summary>What a person needs of a finding: where it stands, what stands there, and a remedy in both languages.</summary>
static class Told
{
    public static Finding Once(IReadOnlyList<Finding> findings, string code)
    {
        var found = findings.Where(finding => finding.Code == code).ToList();
        Assert.True(found.Count == 1, $"{code} × {found.Count}; found: {Codes(findings)}");
        InBothLanguages(found[0]);
        return found[0];
    }

    public static void At(Finding finding, string file, int row, string column, string value)
    {
        Assert.Equal(new Place(file, "", row, column), finding.Place);
        Assert.Equal(value, finding.Value);
    }

    public static void InBothLanguages(Finding finding)
    {
        foreach (var texts in new[] { TextBook.In(Language.Zh), TextBook.In(Language.En) })
        {
            Assert.NotEmpty(finding.What(texts));
            Assert.NotEmpty(finding.Fix(texts));
        }
    }

    public static string Codes(IEnumerable<Finding> findings) => string.Join(' ', findings.Select(finding => FormattableString.Invariant($"{finding.Code}@{finding.Place.File}:{finding.Place.Row} {finding.Value}")));
}
