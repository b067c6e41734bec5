using System.Globalization;

namespace Junheng.Pipelines.Synthesis.Layouts;

/// <summary>One school in one year: what it files as a row of a table or as the cells of a form.</summary>
/// <param name="Folder">Of the year.</param>
/// <param name="Register">Field → value, as all the others.</param>
/// <param name="Stages">By stage.</param>
/// <param name="Premises">Of the whole school.</param>
sealed record FiledSchool(
    int Year, string Folder, IReadOnlyDictionary<string, string> Register, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Stages, IReadOnlyDictionary<string, string> Premises)
{
    const decimal TenThousand = 10_000;

    public string Code => Register["school_code"];

    public string TypeName => SchoolWords.TypeOf(Register["school_type"]);

    /// <summary>Of twelve digits, as these layouts write it.</summary>
    public string CountyCode => Register["county_code"] + "000000";

    /// <summary>Of the whole school, in 万元; what is no number stays as it is.</summary>
    public string Equipment => decimal.TryParse(Premises["equipment_value"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan)
        ? (yuan / TenThousand).ToString("0.######", CultureInfo.InvariantCulture)
        : Premises["equipment_value"];

    /// <summary>Every school that filed more than its line in the register, and has a stage these layouts know.</summary>
    public static IReadOnlyList<FiledSchool> All(IReadOnlyList<CityTable> tables) => tables.Where(table => table.Year is not null).GroupBy(table => table.Folder).SelectMany(year =>
    {
        var stages = Rows(year, "stage").Where(row => CarriedFields.Stages.Contains(row["stage"])).ToLookup(row => row["school_code"], StringComparer.Ordinal);
        var premises = Rows(year, "facility").ToDictionary(row => row["school_code"], StringComparer.Ordinal);
        return Rows(year, "school").Where(school => stages.Contains(school["school_code"]) && premises.ContainsKey(school["school_code"])).Select(school => new FiledSchool(
            year.First().Year!.Value,
            year.Key,
            school,
            stages[school["school_code"]].ToDictionary(row => row["stage"], StringComparer.Ordinal),
            premises[school["school_code"]]));
    }).ToList();

    static IEnumerable<IReadOnlyDictionary<string, string>> Rows(IEnumerable<CityTable> tables, string dataset) => tables.Where(table => table.Dataset == dataset).SelectMany(table => table.Rows);
}
