using System.Globalization;

namespace Junheng.Pipelines.Synthesis;

/// <summary>One county living through its story, a year at a time.</summary>
sealed class County(CountyStory story, ulong seed)
{
    readonly SchoolNames names = new(story, seed);
    readonly List<School> schools = [];
    readonly List<SchoolEvent> events = [];
    int opened;

    public CountyStory Story => story;

    /// <summary>In the order of their codes.</summary>
    public IReadOnlyList<School> Schools => schools;

    /// <summary>What happened to its schools, as it is told.</summary>
    public IReadOnlyList<SchoolEvent> Events => events;

    public void Advance(int year)
    {
        if (year > Years.First)
            Change(year);
        foreach (var group in story.Schools.Where(group => group.Opens == year))
            for (var count = 0; count < group.Count; count++)
                Add(Open(group), year);

        foreach (var school in schools)
            Spending.Bring(school, story.Floors[(school.Turn <= year ? Years.Last : year) - Years.First]);
        foreach (var aim in story.Aims)
            Steering.To(schools, aim, year);
    }

    void Change(int year)
    {
        foreach (var school in schools)
        {
            var draw = Draw.For(seed, school.Code, year);
            Enrolment.Advance(school, story.Rolls, year, draw);
            Staffing.Advance(school, year);
            Building.Advance(school, draw);
        }

        foreach (var happening in story.Happenings.Where(happening => happening.Year == year))
            Happen(happening.Kind, year);
    }

    // Those the story opens with have always been there.
    void Add(School school, int year)
    {
        schools.Add(school);
        if (year > Years.First) events.Add(new(year, school.Code, "新设"));
    }

    void Happen(HappeningKind kind, int year)
    {
        switch (kind)
        {
            case HappeningKind.Closing:
                var point = Smallest(SchoolKind.TeachingPoint);
                Join(point, withTeachers: false);
                events.Add(new(year, point.Code, "撤销"));
                break;
            case HappeningKind.Merger:
                var village = Smallest(SchoolKind.PrimarySchool);
                events.Add(new(year, Join(village, withTeachers: true).Code, "并入", village.Code));
                break;
            default:
                var junior = schools.First(school => school.Kind == SchoolKind.JuniorSchool);
                junior.Name = names.Renamed();
                events.Add(new(year, junior.Code, "更名"));
                break;
        }
    }

    School Smallest(SchoolKind kind) =>
        schools.Where(school => school.Kind == kind && school.Area == Area.Rural).MinBy(school => school.Pupils)!;

    School Join(School leaving, bool withTeachers)
    {
        var staying = schools.First(school => school.Kind == SchoolKind.PrimarySchool && school.Area == Area.Town);
        var (from, to) = (leaving.Stages[0], staying.Stages[0]);
        to.Pupils += from.Pupils;
        Enrolment.SetClasses(staying);
        if (withTeachers)
        {
            to.Teachers += from.Teachers;
            for (var count = 0; count < to.Counts.Length; count++)
                to.Counts[count] += from.Counts[count];
        }

        schools.Remove(leaving);
        return staying;
    }

    School Open(SchoolGroup group)
    {
        opened++;
        var code = string.Create(CultureInfo.InvariantCulture, $"{story.Code}{opened:0000}");
        var draw = Draw.For(seed, code);
        var school = new School(code, opened, group)
        {
            Name = names.Next(group),
            Standing = Standings.Of(story, group, draw),
            Margin = [.. Enumerable.Range(0, 7).Select(_ => draw.Between(0, 120))],
            Lagging = draw.Chance(300) ? (Quantity)draw.Between(0, 6) : null,
            Turn = draw.Between(Years.First + 2, Years.Last + 1),
            Drift = draw.Bell(18),
            Decimals = Math.Max(0, draw.Between(-3, 2)),
        };
        Enrolment.Open(school, group, draw);
        Staffing.Open(school);
        Building.Open(school, draw);
        return school;
    }
}
