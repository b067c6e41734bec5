using Junheng.Models.Applications;
using Junheng.Models.Findings;
using Junheng.Pipelines.Formats;
using Junheng.Pipelines.Ingest.Applications;
using Junheng.Pipelines.Publishing.Reviewing;
using Junheng.Pipelines.Tests.Publishing.Explaining;

namespace Junheng.Pipelines.Tests.Publishing.Reviewing;

/// <summary>The demo city built once, and one of its counties with a form to fill in and hold against it.</summary>
public sealed class ReviewedDemoCity : IDisposable
{
    public const string County = "990105";

    public const int Year = 2024;

    readonly ExplainedCity city = ExplainedCity.Demo();
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("junheng-form-");

    internal static ApplicationForm Form { get; } = Read();

    internal string Filled(string county = County)
    {
        var path = Path.Combine(folder.FullName, Guid.NewGuid().ToString("N") + ".xlsx");
        FormWorkbook.Filled(Form, city.Reader, county, Year, CancellationToken.None).Write(path);
        return path;
    }

    internal string Blank()
    {
        var path = Path.Combine(folder.FullName, "blank.xlsx");
        FormWorkbook.Blank(Form).Write(path);
        return path;
    }

    internal (FormReview Review, FindingList Findings) Review(string path, string county = County)
    {
        var findings = new FindingList();
        var form = DeclaredFormReader.Read(path, Form, findings, CancellationToken.None);
        Assert.True(form is not null, string.Join('\n', findings.Select(finding => finding.Code)));
        return (FormReview.Of(form, new ReviewedCounty(city.Reader, county, Year, CancellationToken.None), findings), findings);
    }

    public void Dispose()
    {
        city.Dispose();
        folder.Delete(recursive: true);
    }

    static ApplicationForm Read()
    {
        var findings = new FindingList();
        var catalog = FieldCatalogReader.Read(ShippedContent.Fields, findings);
        var form = new ApplicationFormReader(catalog).Read(ShippedContent.ApplicationForm, findings);
        Assert.Empty(findings);
        return form!;
    }
}
