namespace Junheng.Pipelines.Synthesis.Layouts;

/// <summary>What the statistics' own layouts carry of a school; all else of the city is filed beside them, in forms.</summary>
static class CarriedFields
{
    /// <summary>The stages these layouts have a file or forms for.</summary>
    public static readonly string[] Stages = ["primary", "junior"];

    // What names a school is repeated in the forms, and both must say the same.
    static readonly Dictionary<string, string[]> Quantities = new(StringComparer.Ordinal)
    {
        ["stage"] =
        [
            "pupils", "classes", "teachers", "teachers_college", "teachers_bachelor", "teachers_master", "teachers_doctor",
            "teachers_backbone", "teachers_pe", "teachers_music", "teachers_art",
        ],
        ["facility"] = ["teaching_area", "gym_area", "sports_ground_area", "equipment_value", "multimedia_rooms"],
    };

    /// <summary>The tables without what stands elsewhere.</summary>
    /// <param name="tables">All the city files.</param>
    /// <param name="schools">Those filed elsewhere.</param>
    public static IReadOnlyList<CityTable> LeftOf(IReadOnlyList<CityTable> tables, IEnumerable<FiledSchool> schools)
    {
        var carried = schools.Select(school => (school.Year, school.Code)).ToHashSet();
        return tables.Select(table => !Quantities.TryGetValue(table.Dataset, out var fields)
            ? table
            : table with { Rows = table.Rows.Select(row => carried.Contains((table.Year ?? 0, row["school_code"])) && IsCarried(row) ? Without(row, fields) : row).ToList() }).ToList();
    }

    static bool IsCarried(IReadOnlyDictionary<string, string> row) => !row.TryGetValue("stage", out var stage) || Stages.Contains(stage);

    static Dictionary<string, string> Without(IReadOnlyDictionary<string, string> row, string[] fields) =>
        row.Where(pair => !fields.Contains(pair.Key)).ToDictionary(StringComparer.Ordinal);
}
