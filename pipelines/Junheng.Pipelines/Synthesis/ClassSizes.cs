using System.Globalization;

namespace Junheng.Pipelines.Synthesis;

/// <summary>How the pupils of a stage sit in classes: evenly, unless the county lets some classes grow.</summary>
static class ClassSizes
{
    public static readonly string[] ClassHeaders = ["学校标识码", "学段", "班级", "班额"];

    public static readonly string[] BandHeaders = ["学校标识码", "学段", "班额分段", "下限", "上限", "班数"];

    /// <summary>The county that files its classes one by one; the others file bands.</summary>
    const string OneByOne = "990102";

    static readonly int[] Limits = [25, 30, 35, 40, 45, 50, 55, 60, 65];

    public static IEnumerable<string[]> Classes(Duties duties) => !FilesClasses(duties) ? [] : duties.Filing.SelectMany(school =>
        Duties.Compulsory(school).SelectMany(stage => Sizes(duties, school, stage).Select((size, index) =>
            new[] { school.Code, YearBook.Text(stage.Stage), Sheet.Cell(index + 1) + "班", Sheet.Cell(size) })));

    public static IEnumerable<string[]> Bands(Duties duties) => FilesClasses(duties) ? [] : duties.Filing.SelectMany(school =>
        Duties.Compulsory(school).SelectMany(stage => Campus.Has(school)
            ? Campus.Bands(YearBook.Text(stage.Stage), Sizes(duties, school, stage), Banded)
            : BandsOf(duties, school, stage).Select(row => (string[])[school.Code, YearBook.Text(stage.Stage), .. row])));

    public static int Largest(Duties duties, School school, StageStaff stage) => Sizes(duties, school, stage).Max();

    static bool FilesClasses(Duties duties) => string.Equals(duties.Story.Code, OneByOne, StringComparison.Ordinal);

    public static List<int> Sizes(Duties duties, School school, StageStaff stage)
    {
        var sizes = Enumerable.Range(0, stage.Classes).Select(index => (stage.Pupils + index) / stage.Classes).ToList();
        if (!duties.Fails("12") || !duties.IsLapsing(school, "12", HasManyClasses) || stage.Stage != school.Stages[0].Stage)
            return sizes;

        // A favoured class takes from the others.
        var more = duties.For($"{school.Code}/12").Between(9, 14);
        for (var index = 0; index < more; index++)
            sizes[index % (sizes.Count - 1)]--;
        sizes[^1] += more;
        return sizes;
    }

    static IEnumerable<string[]> BandsOf(Duties duties, School school, StageStaff stage)
    {
        var lapse = duties.IsLapsing(school, "12", HasManyClasses) && stage.Stage == school.Stages[0].Stage ? duties.LapseIn("12") : null;
        var sizes = Sizes(duties, school, stage);
        return lapse switch
        {
            Manner.Blank => [],
            Manner.Straddles => [["36-60人", "36", "60", Sheet.Cell(sizes.Count)]],
            Manner.Partly => Banded(sizes.Skip(1)),
            _ => Banded(sizes),
        };
    }

    static IEnumerable<string[]> Banded(IEnumerable<int> sizes) => sizes
        .GroupBy(size => Limits.Count(limit => limit < size))
        .OrderBy(band => band.Key)
        .Select(band => (string[])[.. BandAt(band.Key), Sheet.Cell(band.Count())]);

    static string[] BandAt(int index)
    {
        var from = index == 0 ? "0" : Text(Limits[index - 1] + 1);
        var to = index < Limits.Length ? Text(Limits[index]) : "";
        return [to.Length == 0 ? $"{from}人及以上" : $"{from}-{to}人", from, to];
    }

    static bool HasManyClasses(School school) => school.Stages[0].Classes > 12 && school.Kind != SchoolKind.CompleteSecondarySchool;

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
