using System.Globalization;
using Junheng.Models.Applications;
using Junheng.Pipelines.Formats;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Reviewing;

/// <summary>The tables of the form as rows a document can print: <c>form_1</c> … <c>form_6</c>, table Ⅱ-2 as <c>form_2_2_primary</c> and <c>form_2_2_junior</c>.</summary>
/// <param name="named">Whether a school may be named by its verdict.</param>
sealed class FormTables(ApplicationForm form, ReviewedCounty county, string code, int year, Func<string, bool> named)
{
    /// <summary>The county fills it in; we have nothing for it.</summary>
    const string ByHand = "＿＿";

    const string Unknown = "?";

    const string NoSuch = "—";

    readonly FilledForm filled = new(form, new ComputedFigures(county));
    readonly SchoolMatching schools = new(county, []);

    public static bool IsNamed(string text) => text.Contains("form_", StringComparison.Ordinal);

    public IEnumerable<(string Name, RowSet Rows)> All()
    {
        foreach (var table in form.Tables)
        {
            var name = "form_" + table.Id.Replace('-', '_').Replace("Ⅰ", "1", StringComparison.Ordinal).Replace("Ⅱ", "2", StringComparison.Ordinal).Replace("Ⅲ", "3", StringComparison.Ordinal)
                .Replace("Ⅳ", "4", StringComparison.Ordinal).Replace("Ⅴ", "5", StringComparison.Ordinal).Replace("Ⅵ", "6", StringComparison.Ordinal);
            if (table.Shape == TableShape.Schools)
            {
                foreach (var stage in new[] { "primary", "junior" }) yield return ($"{name}_{stage}", Schools(table, stage));
            }
            else
            {
                yield return (name, table.Shape == TableShape.Sentences ? Sentences(table) : table.Rows is [{ Label.Count: 0 }] ? Turned(table) : Grid(table));
            }
        }
    }

    // One long row reads better downwards.
    RowSet Turned(ApplicationTable table) => new(["label", "value"],
        [.. table.Columns.Select(IReadOnlyList<object?> (column) => [string.Join('·', column.Header), Said(column.Asked.Under(table.Rows[0].Asked))])]);

    RowSet Grid(ApplicationTable table)
    {
        var columns = table.Columns.Where(column => column.Role.Length == 0).ToList();
        var names = columns.Select((_, at) => string.Create(CultureInfo.InvariantCulture, $"c{at + 1}")).ToList();
        return new RowSet(["label", .. names, .. names.Select(name => name + "_explain")],
        [
            .. table.Rows.Select(IReadOnlyList<object?> (row) =>
            [
                string.Concat(row.Label), .. columns.Select(column => ApplicationFormReader.IsAsked(column, row) ? Said(column.Asked.Under(row.Asked)) : NoSuch),
                .. columns.Select(column => Question(column.Asked.Under(row.Asked))),
            ]),
        ]);
    }

    RowSet Sentences(ApplicationTable table) => new(["label", "says", "met", "says_explain"],
    [
        .. table.Rows.Select(IReadOnlyList<object?> (row) =>
        [
            row.Label[0], row.Says.Length > 0 ? filled.Sentence(row) : ByHand,
            table.Columns.Where(column => column.Asked.IsVerdict).Select(column => Said(column.Asked.Under(row.Asked))).FirstOrDefault(NoSuch),
            string.Join("; ", row.Blanks.Values.Select(blank => Question(blank.Under(row.Asked))).Where(question => question.Length > 0).Distinct(StringComparer.Ordinal)),
        ]),
    ]);

    RowSet Schools(ApplicationTable table, string stage)
    {
        var columns = table.Columns.Where(column => column is { Optional: false, Role.Length: 0, Asked.NotComputed: null }).ToList();
        var names = columns.ConvertAll(column => column.Asked.Figure == "school_indicator.value" ? "v" + column.Asked.Indicator : column.Asked.Figure.Split('.')[1]);
        var verdicts = Enumerable.Range(0, county.Verdicts.Rows.Count).ToDictionary(
            row => (ComputedFigures.Text(county.Verdicts, row, "school_code"), ComputedFigures.Text(county.Verdicts, row, "stage")), row => ComputedFigures.Text(county.Verdicts, row, "verdict"));
        return new RowSet(["number", "name", "school_code", .. names, .. names.Select(name => name + "_explain")],
        [
            .. schools.Expected.Where(one => one.Stage == stage && named(verdicts[one])).Select(IReadOnlyList<object?> (one, at) =>
            [
                at + 1, Short(schools.NameOf(one.Code)), one.Code, .. columns.Select(column => Said(column.Asked, one.Code, stage)),
                .. columns.Select(column => column.Asked.Figure == "school_indicator.value" ? Words("indicator", one.Code, stage, column.Asked.Indicator) : ""),
            ]),
        ]);
    }

    // A school's name mostly begins with its county's, and the county is said in the title.
    string Short(string name) => name.StartsWith(county.Name, StringComparison.Ordinal) && name.Length > county.Name.Length ? name[county.Name.Length..] : name;

    string Said(AskedFigure asked, string school = "", string stage = "")
    {
        if (asked.NotComputed is not null) return ByHand;
        var computed = filled.Of(asked, school, stage);
        if (!computed.IsKnown) return computed.Why is "out_of_scope" or "no_such_stage" or "no_school_in_scope" or "not_applicable" ? NoSuch : Unknown;
        return filled.Text(asked, computed);
    }

    // What `junheng explain` is to be asked about a blank; empty where it has no answer.
    string Question(AskedFigure asked) => asked.Figure switch
    {
        "county_coefficient.mean" or "county_coefficient.cv" => Words("coefficient", code, asked.Stage, asked.Indicator),
        "county_indicator.value" or "county_indicator.numerator" or "county_indicator.denominator" => string.Join("; ", Enumerable.Range(0, county.CountyIndicators.Rows.Count)
            .Where(row => Text(row, "indicator") == asked.Indicator && Text(row, "part") == asked.Part && (asked.Stage.Length == 0 || Text(row, "stage") == asked.Stage))
            .Select(row => Words("county_indicator", code, Text(row, "stage"), asked.Indicator, asked.Part))),
        _ => "",
    };

    string Text(int row, string column) => ComputedFigures.Text(county.CountyIndicators, row, column);

    string Words(string what, params string[] words) => string.Join(' ', [what, year.ToString(CultureInfo.InvariantCulture), .. words.Where(word => word.Length > 0)]);
}
