namespace Junheng.Pipelines.Synthesis;

/// <summary>Pupils and classes. A school's roll follows its area's trend, with a drift of its own and a little chance.</summary>
static class Enrolment
{
    /// <summary>No teaching point of the sample falls below this; a real one would close.</summary>
    const int Fewest = 12;

    public static void Open(School school, SchoolGroup group, Draw draw)
    {
        var pupils = draw.Around(group.From, group.To);
        foreach (var (part, stage) in group.Kind.Parts.Zip(school.Stages))
            stage.Pupils = pupils * part.Share / 100;
        SetClasses(school);
    }

    public static void Advance(School school, RollTrend trend, int year, Draw draw)
    {
        foreach (var stage in school.Stages)
        {
            var change = trend.In(school.Area, year) + school.Drift + draw.Bell(15) + Filling(school, year);
            stage.Pupils = Math.Max(Fewest, stage.Pupils + Rounded(stage.Pupils * change));
        }

        SetClasses(school);
    }

    public static void SetClasses(School school)
    {
        foreach (var stage in school.Stages)
            stage.Classes = ClassesFor(stage, school);
    }

    /// <summary>A new school opens with its lower grades and fills in two years.</summary>
    static int Filling(School school, int year) => school.Opens == Years.First ? 0 : (year - school.Opens) switch
    {
        1 => 160,
        2 => 80,
        _ => 0,
    };

    /// <summary>Every grade has a class; a teaching point teaches several grades in one.</summary>
    static int ClassesFor(StageStaff stage, School school) => stage.Stage switch
    {
        Stage.Primary when school.Kind == SchoolKind.TeachingPoint => Math.Clamp(stage.Pupils / 14, 1, 4),
        Stage.Primary => Math.Max(6, (stage.Pupils + 42) / 43),
        Stage.Junior => Math.Max(3, (stage.Pupils + 46) / 47),
        _ => Math.Max(3, (stage.Pupils + 48) / 49),
    };

    /// <summary>A thousandth, rounded half away from zero.</summary>
    static int Rounded(int thousandths) => (thousandths + (500 * Math.Sign(thousandths))) / 1000;
}
