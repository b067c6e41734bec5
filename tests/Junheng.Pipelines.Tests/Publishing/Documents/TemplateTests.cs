using System.Text.RegularExpressions;
using Junheng.Models;
using Junheng.Pipelines.Publishing.Documents;
using Junheng.Pipelines.Publishing.Documents.Binding;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Tests.Publishing.Documents;

/// <summary>What holds of the text of every document that ships.</summary>
[Collection(BriefedCityCollection.Name)]
public sealed partial class TemplateTests(BriefedCity briefed)
{
    public static TheoryData<string, string> Shipped
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var kind in DocumentTemplate.Shipped)
            {
                data.Add(kind, "zh");
                data.Add(kind, "en");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Template_HasNoNumberOfItsOwn(string kind, string language) => Assert.DoesNotMatch(@"\d", Placeholder().Replace(Read(kind, language).Text, ""));

    // Nothing behind these words is tested: no template may use them.
    [Theory]
    [MemberData(nameof(Shipped))]
    public void Template_PraisesNothingAndSeesNoTrend(string kind, string language) => Assert.DoesNotMatch(
        "提升|提高|上升|下降|改善|好转|恶化|明显|显著|大幅|稳步|持续|进一步|良好|优异|扎实|improv|worsen|increas|decreas|\\brose\\b|\\bfell\\b|better|worse|significant|substantial|steadily|excellent|remarkabl",
        Placeholder().Replace(Read(kind, language).Text, ""));

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Template_IncompleteDataIsSaidBeforeAnyHeadingOrTable(string kind, string language)
    {
        var text = Read(kind, language).Text;
        if (kind == "school")
        {
            // What is unknown of one school stands in its table; the sheet says first how it is written.
            Assert.InRange(text.IndexOf('?', StringComparison.Ordinal), 0, text.IndexOf("\n|", StringComparison.Ordinal));
            return;
        }

        var first = new[] { "\n## ", "\n|" }.Select(mark => text.IndexOf(mark, StringComparison.Ordinal)).Where(at => at >= 0).Min();
        Assert.InRange(text.IndexOf("{{#incomplete}}", StringComparison.Ordinal), 0, first);
        Assert.InRange(text.IndexOf("{{#snapshot.partial}}", StringComparison.Ordinal), 0, text.IndexOf("{{#incomplete}}", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void AnyNumberOfAQuery_Changed_ChangesWhatIsPrinted(string kind, string language)
    {
        var template = Read(kind, language);
        var rows = briefed.RowsOf(template, kind);
        var (_, before, _) = TemplateBinder.Bind(template.Text, rows);
        Assert.InRange(before.Count, 20, 1500);

        // Each cell that is printed, once; and of each query that prints hundreds, every seventh.
        foreach (var number in before.DistinctBy(number => (number.Query, number.Row, number.Column)).Where((number, at) => number.Row < 8 || at % 7 == 0))
        {
            var changed = new Dictionary<string, RowSet>(rows, StringComparer.Ordinal) { [number.Query] = With(rows[number.Query], number.Row - 1, number.Column, "987654") };
            var (_, after, faults) = TemplateBinder.Bind(template.Text, changed);

            Assert.Empty(faults);
            Assert.Contains(after, other => Same(other, number));
            Assert.DoesNotContain(after, other => Same(other, number) && other.Printed != "987654");
        }

        static bool Same(PrintedNumber one, PrintedNumber other) => (one.Query, one.Row, one.Column) == (other.Query, other.Row, other.Column);

        static RowSet With(RowSet rows, int row, string column, object value) =>
            new(rows.Columns, [.. rows.Rows.Select((cells, at) => at == row ? (IReadOnlyList<object?>)[.. cells.Select((cell, place) => rows.Columns[place] == column ? value : cell)] : cells)]);
    }

    static DocumentTemplate Read(string kind, string language) =>
        DocumentTemplate.Read(Path.Combine(ShippedContent.Briefings, kind), language == "zh" ? Language.Zh : Language.En).Template!;

    [GeneratedRegex(@"\{\{[^}]*\}\}|<!--.*?-->", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Placeholder();
}
