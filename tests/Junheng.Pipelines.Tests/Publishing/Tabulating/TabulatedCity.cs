using Junheng.Models;
using Junheng.Pipelines.Publishing.Tabulating;
using Junheng.Pipelines.Tests.Publishing.Explaining;
using Junheng.Pipelines.Tests.Publishing.Workbooks;
using Junheng.Pipelines.Texts;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Tests.Publishing.Tabulating;

/// <summary>The workbooks of the demo city, each written once and read back by a reader that is not ours.</summary>
public sealed class TabulatedCity : IDisposable
{
    internal const string County = "990101";

    readonly ExplainedCity city = ExplainedCity.Demo();
    readonly DirectoryInfo root = Directory.CreateTempSubdirectory("junheng-lists-");
    readonly Dictionary<string, string> written = [];

    internal SnapshotReader Reader => city.Reader;

    /// <summary>The path of a workbook of 2024; of schools, those of one county.</summary>
    internal string PathOf(string kind, Edition edition = Edition.Internal, Language language = Language.Zh)
    {
        var path = Path.Combine(root.FullName, FormattableString.Invariant($"{language}-{edition}-{kind}.xlsx"));
        if (!written.TryAdd(path, kind)) return path;
        var about = new Tabulation(kind, 2024, kind == ListWorkbook.OfSchools ? County : null, edition, language);
        if (kind == ListWorkbook.OfSchools) SchoolWorkbook.Write(path, Reader, about, TextBook.In(language), CancellationToken.None);
        else ListWorkbook.Write(path, Reader, about, TextBook.In(language), (_, _, _) => { }, CancellationToken.None);
        return path;
    }

    /// <summary>Headings and rows of the sheet with that title.</summary>
    internal (List<string> Heads, List<string[]> Rows) Sheet(string kind, string title)
    {
        var sheet = WrittenWorkbook.Read(PathOf(kind)).Single(one => one.Sheet == TextBook.In(Language.Zh)["sheet.title." + title]);
        return ([.. sheet.Rows[1]], sheet.Rows[2..]);
    }

    internal IReadOnlyList<IReadOnlyList<object?>> Rows(string sql) => Reader.Query(sql, CancellationToken.None).Rows;

    public void Dispose()
    {
        city.Dispose();
        root.Delete(recursive: true);
    }
}
