namespace Junheng.Pipelines.Synthesis;

/// <summary>The one campus of the sample: a line of its own in the register that does not count as a school, and files its part of what its school has.</summary>
static class Campus
{
    public static readonly string[] RegisterHeaders = ["计校数", "所属学校标识码"];

    const string Parent = "9901070004";
    const string Code = "9901070801";

    /// <summary>Of premises: one part in so many is the campus's.</summary>
    const int Parts = 5;

    public static bool Has(School school) => school.Code == Parent;

    public static string[] Register(string[] row) => [Code, row[1] + "东校区", .. row[2..^2], "否", Parent];

    /// <summary>The last classes of the stage sit there.</summary>
    public static IReadOnlyList<int> ClassesOf(IReadOnlyList<int> sizes) => [.. sizes.Skip(sizes.Count - Math.Max(1, sizes.Count / 4))];

    public static IEnumerable<string[]> Bands(string stage, IReadOnlyList<int> sizes, Func<IEnumerable<int>, IEnumerable<string[]>> banded)
    {
        var there = ClassesOf(sizes);
        foreach (var row in banded(sizes.Take(sizes.Count - there.Count))) yield return [Parent, stage, .. row];
        foreach (var row in banded(there)) yield return [Code, stage, .. row];
    }

    /// <summary>The school's row without the campus, and the campus's.</summary>
    public static IEnumerable<string[]> Stages(string[] headers, string[] row, IReadOnlyList<int> sizes)
    {
        var there = ClassesOf(sizes);
        var teachers = (there.Count * 3) / 2;
        return Divided(row, headers.Select((header, column) => header switch
        {
            "在校生数" or "就近划片入学在校生数" => Sheet.Cell(there.Sum()),
            "班数" => Sheet.Cell(there.Count),
            "专任教师数" or "本科学历教师数" or "持证专任教师数" or "完成360学时培训教师数" => Sheet.Cell(teachers),
            Circumstances.LargestClass => Sheet.Cell(there.Max()),
            "学段" => row[column],
            _ => row[column].Length == 0 ? "" : "0",
        }).ToArray(), headers);
    }

    public static IEnumerable<string[]> Facilities(string[] headers, string[] row) => Divided(row, headers.Select((header, column) =>
        row[column].Length == 0 ? "" : Sheet.Cell(header is "体育馆面积" or "室内体育用房面积" ? 0 : decimal.Floor(Number(row[column]) / Parts))).ToArray(), headers);

    static IEnumerable<string[]> Divided(string[] whole, string[] there, string[] headers)
    {
        there[0] = Code;
        yield return whole.Select((cell, column) =>
            headers[column] is "学校标识码" or "学段" or Circumstances.LargestClass || cell.Length == 0 ? cell : Sheet.Cell(Number(cell) - Number(there[column]))).ToArray();
        yield return there;
    }

    static decimal Number(string cell) => decimal.Parse(cell, System.Globalization.CultureInfo.InvariantCulture);
}
