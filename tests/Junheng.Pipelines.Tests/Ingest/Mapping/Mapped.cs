using Junheng.Models;
using Junheng.Models.Findings;
using Junheng.Pipelines.Formats;
using Junheng.Pipelines.Ingest.Mapping;
using Junheng.Pipelines.Ingest.Readers;
using Junheng.Pipelines.Ingest.Sources;

namespace Junheng.Pipelines.Tests.Ingest.Mapping;

/// <summary>Rows typed in a test, mapped by a map typed in a test: no files and no database.</summary>
sealed class Mapped
{
    const string Register = """
        format: 1
        id: typed
        title: {zh: 示例, en: invented}
        datasets:
          school:
            - years: 2000-2100
              columns: {school_code: 学校标识码, school_name: 学校名称, county_code: 县区, school_type: 类型}

        """;

    readonly List<(FiledFile File, List<RawRow> Rows)> files = [];

    public bool SetsUnregisteredAside { get; init; }

    public FindingList Findings { get; } = [];

    internal Mapper Mapper { get; private set; } = null!;

    /// <summary>One sheet of a file; cells are parted by <c>|</c>, lines are rows. More sheets of one name are one workbook.</summary>
    public Mapped With(string file, string datasets, string sheet, string text, string form = "", int? year = 2024, DateOnly? filedOn = null)
    {
        if (files.FindIndex(one => one.File.Name == file) is not (>= 0 and var at))
        {
            at = files.Count;
            files.Add((new FiledFile(file, "", datasets.Split(' '), year, "utf-8", "", 0) { Form = form, FiledOn = filedOn }, []));
        }

        files[at].Rows.AddRange(text.Split('\n').Select((line, index) => new RawRow(sheet, index + 1, line.Split('|'))));
        return this;
    }

    public Mapped WithSchools(params string[] codes) => With(
        "register.csv", "school", "", "学校标识码|学校名称|县区|类型\n" + string.Join('\n', codes.Select(code => $"{code}|某校|990101|primary_school")));

    /// <param name="layouts">The map's datasets but the register, indented by two.</param>
    public Mapped By(string layouts, string top = "") => ByMap(Register.Replace("datasets:", top + "datasets:", StringComparison.Ordinal) + layouts);

    public Mapped ByMap(string map)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, map);
        return ByFile(path);
    }

    public Mapped ByFile(string path)
    {
        var catalog = FieldCatalogReader.Read(ShippedContent.Fields, Findings);
        var read = ColumnMapReader.Read(path, "map.yaml", catalog, Findings) ?? throw new InvalidOperationException(Told.Codes(Findings));
        var source = new Source("typed", "", new Bilingual("", ""), true, default, "", "map.yaml", ["-"], false, SetsUnregisteredAside, new Dictionary<string, string>(), [], "", new Dictionary<string, Place>());
        Mapper = new Mapper(source, read.Map, read.Catalog, Findings);
        Mapper.Map(files.ConvertAll(file => file.File), files.ConvertAll(file => file.File), file => files.First(one => one.File == file).Rows);
        return this;
    }

    /// <summary>The rows as they were given, file by file.</summary>
    public IEnumerable<(string File, RawRow Row)> Given => files.SelectMany(file => file.Rows.Select(row => (file.File.Name, row)));

    /// <summary>What a school files; null when it does not.</summary>
    public string? Amount(string school, string field, string? stage = null) =>
        Mapper.Rows.SingleOrDefault(row => row.Word("school_code") == school && row.Find(field) is not null && (stage is null || row.Word("stage") == stage))?.Find(field)!.Amount.ToString();

    public string? Cells(string school, string field)
    {
        var cells = Mapper.Rows.Single(row => row.Word("school_code") == school && row.Find(field) is not null).Find(field)!.Cells;
        return $"{cells.File} {cells.Sheet} {cells.Addresses}";
    }

    public RowCount Count(string dataset) => Mapper.Counts.Single(count => count.Dataset == dataset);

    public void AccountsForEveryRow() => Assert.All(Mapper.Counts, count => Assert.True(count.Accounted, count.ToString()));
}
