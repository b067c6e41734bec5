using System.Globalization;

namespace Junheng.Pipelines.Tests.Synthesis;

/// <summary>The committed sample, read once.</summary>
static class SampleCity
{
    public static string Folder { get; } = RepositoryRoot.File("data-samples/demo-city");

    public static IReadOnlyList<int> Years { get; } = [2019, 2020, 2021, 2022, 2023, 2024];

    public static IReadOnlyDictionary<int, IReadOnlyList<SampleSchool>> Schools { get; } = Years.ToDictionary(year => year, Read);

    public static SampleTable Table(int year, string name) =>
        SampleTable.Read(Path.Combine(Folder, year.ToString(CultureInfo.InvariantCulture), $"{name}.csv"));

    public static IEnumerable<SampleSchool> In(string county, int year) =>
        Schools[year].Where(school => string.Equals(school.County, county, StringComparison.Ordinal));

    static IReadOnlyList<SampleSchool> Read(int year)
    {
        var stages = Table(year, "stages").Rows.ToLookup(row => row["学校标识码"], StringComparer.Ordinal);
        var facilities = Table(year, "facilities").Rows.ToDictionary(row => row["学校标识码"], StringComparer.Ordinal);
        var lines = Table(year, "schools").Rows.Select(row => new SampleSchool(
            row,
            stages[row["学校标识码"]].ToDictionary(stage => stage["学段"], StringComparer.Ordinal),
            facilities.GetValueOrDefault(row["学校标识码"]))).ToList();
        var campuses = lines.Where(line => line.Register["计校数"] == "否").ToLookup(line => line.Register["所属学校标识码"], StringComparer.Ordinal);
        return [.. lines.Where(line => line.Register["计校数"] != "否").Select(line => campuses[line.Code].Aggregate(line, (school, campus) => school.With(campus)))];
    }
}
