using System.Globalization;
using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Applications;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Publishing.Reviewing;

/// <summary>Which school and stage each row of the form is: by code, else by exact name. What is not certain is a finding, never guessed.</summary>
public sealed class SchoolMatching(ReviewedCounty county, FindingList findings)
{
    const string Primary = "primary";

    const string Junior = "junior";

    readonly List<(string Code, string Name)> schools = Enumerable.Range(0, county.Schools.Rows.Count).Select(row => ((string)county.Schools[row, "school_code"]!, (string)county.Schools[row, "school_name"]!)).ToList();

    readonly ILookup<string, string> stages = Enumerable.Range(0, county.Stages.Rows.Count).Select(row => (Code: (string)county.Stages[row, "school_code"]!, Stage: (string)county.Stages[row, "stage"]!))
        .Where(one => one.Stage is Primary or Junior).ToLookup(one => one.Code, one => one.Stage);

    public string NameOf(string code) => schools.Find(school => school.Code == code).Name ?? "";

    /// <summary>Every school-stage of the county that the form should have a row for.</summary>
    public IEnumerable<(string Code, string Stage)> Expected => Enumerable.Range(0, county.Verdicts.Rows.Count).Select(row => ((string)county.Verdicts[row, "school_code"]!, (string)county.Verdicts[row, "stage"]!));

    public IReadOnlyList<(DeclaredSchool Row, string Code, string Stage)> Match(IReadOnlyList<DeclaredSchool> rows)
    {
        var matched = new List<(DeclaredSchool Row, string Code, string Stage)>();
        var sections = Sections(rows);
        foreach (var (row, section) in rows.Zip(sections))
        {
            // The form is printed with rows such as «小学 1»: one that declares nothing is a line left blank.
            if (row.IsBlank && !schools.Exists(school => school.Code == row.Code || school.Name == row.Name)) continue;
            if (CodeOf(row) is not { } code || StageOf(row, code, section) is not { } stage) continue;
            if (matched.Exists(other => other.Code == code && other.Stage == stage))
            {
                findings.Add(Finding.Warning("FORM-SCHOOL-TWICE", row.At, Called(row), ("first", matched.Find(other => other.Code == code && other.Stage == stage).Row.At.Row.ToString(CultureInfo.InvariantCulture))));
                continue;
            }

            matched.Add((row, code, stage));
        }

        return matched;
    }

    string? CodeOf(DeclaredSchool row)
    {
        if (row.Code.Length > 0 && schools.Exists(school => school.Code == row.Code)) return row.Code;
        var named = schools.FindAll(school => school.Name == row.Name);
        if (row.Code.Length == 0 && named is [var only]) return only.Code;
        findings.Add(named.Count > 1
            ? Finding.Warning("FORM-SCHOOL-NAME-SHARED", row.At, row.Name, ("codes", string.Join("、", named.Select(school => school.Code))))
            : Finding.Warning("FORM-SCHOOL-UNKNOWN", row.At, Called(row), ("nearest", Nearest.To(row.Name, schools.Select(school => school.Name)) ?? "—")));
        return null;
    }

    string? StageOf(DeclaredSchool row, string code, string? section)
    {
        var has = stages[code].ToList();
        var said = row.Stage switch { "" => section, "小学" or Primary => Primary, "初中" or Junior => Junior, _ => null };
        if (has is [var only]) return only;
        if (said is not null && has.Contains(said)) return said;
        findings.Add(Finding.Warning("FORM-STAGE-UNKNOWN", row.At, Called(row)));
        return null;
    }

    // The form lists the primary schools and then, numbered from one again, the junior ones. Other numbering tells nothing.
    static List<string?> Sections(IReadOnlyList<DeclaredSchool> rows)
    {
        var falls = 0;
        var last = 0;
        var sections = new List<string?>();
        foreach (var row in rows)
        {
            if (int.TryParse(row.Number, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                if (number <= last) falls++;
                last = number;
            }

            sections.Add(falls == 0 ? Primary : Junior);
        }

        return falls == 1 ? sections : sections.ConvertAll(_ => (string?)null);
    }

    static string Called(DeclaredSchool row) => row.Code.Length > 0 ? $"{row.Code} {row.Name}".TrimEnd() : row.Name;
}
