namespace Junheng.Pipelines.Tests.Ingest.Mapping;

/// <summary>Records that stand in several files or sheets: joined by code, never by name.</summary>
public sealed class PartsTests
{
    const string Areas = """
          facility:
            - form: primary
              years: 2024
              columns: {school_code: 学校标识码, teaching_area: 用房, sports_ground_area: 操场}
            - form: junior
              years: 2024
              columns: {school_code: 学校标识码, teaching_area: 用房, sports_ground_area: 操场}
        """;

    [Fact]
    public void Map_WholeSchoolAreasInBothStagesFiles_CountOnce()
    {
        var mapped = NineYear("5000|7000", "5000.0|7000");

        Assert.Empty(mapped.Findings);
        Assert.Equal(("5000", "7000"), (mapped.Amount("0101", "teaching_area"), mapped.Amount("0101", "sports_ground_area")));
        Assert.Single(mapped.Mapper.Rows, row => row.Dataset.Name == "facility");
    }

    [Fact]
    public void Map_UnequalAreas_NameBothCellsAndNeitherCounts()
    {
        var mapped = NineYear("5000|7000", "5200|7000");

        var finding = Told.Once(mapped.Findings, "PARTS-DIFFER");
        Told.At(finding, "junior.csv", 2, "B", "5200");
        Assert.Equal(("5000", "primary.csv B2"), (finding.Facts["other"], finding.Facts["other_place"]));
        Assert.Null(mapped.Amount("0101", "teaching_area"));
        Assert.Equal("7000", mapped.Amount("0101", "sports_ground_area"));
        mapped.AccountsForEveryRow();
    }

    [Fact]
    public void Map_SameCodeTwiceInOnePart_IsStillADuplicate()
    {
        var mapped = new Mapped().WithSchools("0101")
            .With("primary.csv", "facility", "", "学校标识码|用房|操场\n0101|5000|7000\n0101|5000|7000", "primary")
            .With("junior.csv", "facility", "", "学校标识码|用房|操场\n0101|4000|6000", "junior").By(Areas);

        Told.At(Told.Once(mapped.Findings, "ROW-DUPLICATE"), "primary.csv", 3, "", "2024 0101");
        mapped.AccountsForEveryRow();
    }

    [Fact]
    public void Map_QuantityOfTwoFiles_IsComputedAndNamesBothCells()
    {
        var mapped = new Mapped().WithSchools("0101")
            .With("pupils.csv", "stage", "", "学校标识码|在校生\n0101|900", "pupils")
            .With("books.csv", "stage", "", "学校标识码|生均图书\n0101|12.5", "books").By(
            """
              stage:
                - {form: pupils, years: 2024, columns: {school_code: 学校标识码, stage: {constant: primary}, pupils: 在校生}}
                - {form: books, years: 2024, columns: {school_code: 学校标识码, stage: {constant: primary}, books_per_pupil: 生均图书}}
            """,
            """
            fields:
              books: {dataset: stage, unit: 册, most: 1000000, zh: 图书, en: books}
              books_per_pupil: {dataset: stage, unit: 册/人, most: 1000, zh: 生均图书, en: books per pupil}
            computed:
              stage: {books: {product: [books_per_pupil, pupils]}}

            """);

        Assert.Empty(mapped.Findings);
        Assert.Equal("11250", mapped.Amount("0101", "books"));
        Assert.Equal("books.csv  B2;pupils.csv!!B2", mapped.Cells("0101", "books"));
    }

    // The pupils were filed once; only the books were corrected. What was not filed again stays, and is no earlier value.
    [Fact]
    public void Map_OnePartCorrectedLater_LeavesTheOtherInForce()
    {
        const string Layouts = """
              stage:
                - {form: pupils, years: 2024, columns: {school_code: 学校标识码, stage: {constant: primary}, pupils: 在校生}}
                - {form: teachers, years: 2024, columns: {school_code: 学校标识码, stage: {constant: primary}, teachers: 教师}}
            """;
        var mapped = new Mapped().WithSchools("0101")
            .With("pupils.csv", "stage", "", "学校标识码|在校生\n0101|900", "pupils")
            .With("teachers.csv", "stage", "", "学校标识码|教师\n0101|60", "teachers")
            .With("teachers-corrected.csv", "stage", "", "学校标识码|教师\n0101|62", "teachers", filedOn: new DateOnly(2024, 10, 20)).By(Layouts);

        var row = Assert.Single(mapped.Mapper.Rows, one => one.Dataset.Name == "stage");
        Assert.Equal(("900", "62"), (mapped.Amount("0101", "pupils"), mapped.Amount("0101", "teachers")));
        Assert.All(row.Quantities, quantity => Assert.Equal("", quantity.Standing));
        mapped.AccountsForEveryRow();
    }

    [Fact]
    public void Map_FormTheMapLacks_NamesThoseThereAre() =>
        Assert.Equal("primary, junior", Told.Once(new Mapped().WithSchools("0101").With("a.csv", "facility", "", "x", "senior").By(Areas).Findings, "MAP-NO-FORM").Facts["known"]);

    [Theory]
    [InlineData(false, "ROW-ORPHAN")]
    [InlineData(true, "ROW-ORPHAN-DECLARED")]
    public void Map_SchoolOfNoRegister_IsToldForEveryPart(bool declared, string code)
    {
        var mapped = new Mapped { SetsUnregisteredAside = declared }.WithSchools("0102")
            .With("primary.csv", "facility", "", "学校标识码|用房|操场\n0101|5000|7000", "primary")
            .With("junior.csv", "facility", "", "学校标识码|用房|操场\n0101|5000|7000", "junior").By(Areas);

        Assert.Equal(["primary.csv", "junior.csv"], mapped.Findings.Where(finding => finding.Code == code).Select(finding => finding.Place.File));
        mapped.AccountsForEveryRow();
    }

    static Mapped NineYear(string primary, string junior) => new Mapped().WithSchools("0101")
        .With("primary.csv", "facility", "", "学校标识码|用房|操场\n0101|" + primary, "primary")
        .With("junior.csv", "facility", "", "学校标识码|用房|操场\n0101|" + junior, "junior").By(Areas);
}
