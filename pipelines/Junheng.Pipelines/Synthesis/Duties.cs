namespace Junheng.Pipelines.Synthesis;

/// <summary>What a county and its schools file about the 25 indicators beside the seven of resources, for one year.</summary>
sealed class Duties(County county, int year, ulong seed)
{
    public CountyStory Story => county.Story;

    public int Year => year;

    /// <summary>Schools that file anything this year.</summary>
    public IReadOnlyList<School> Filing { get; } =
        [.. county.Schools.Where(school => !county.Story.Omissions.Any(omission => omission.Year == year && omission.School == school.Number && omission.Column is null))];

    public Manner? LapseIn(string item) => Story.LapseIn(item, year);

    public bool Fails(string item) => LapseIn(item) == Manner.Fails;

    /// <summary>Numbers of one purpose, the same whatever else is drawn.</summary>
    public Draw For(string purpose) => ForYear(purpose, year);

    /// <summary>The same of another year, for what grows on.</summary>
    public Draw ForYear(string purpose, int of) => Draw.For(seed, $"{Story.Code}/{purpose}", of);

    /// <summary>Numbers that do not change from year to year.</summary>
    public Draw Steady(string purpose) => Draw.For(seed, $"{Story.Code}/{purpose}");

    /// <summary>The school that stands for the county's lapse in an item; the same every year as long as it stands.</summary>
    public bool IsLapsing(School school, string item, Func<School, bool> among)
    {
        var candidates = Filing.Where(among).ToList();
        var chosen = Steady($"lapse/{item}").Between(0, 999);
        return candidates.Count > 0 && candidates[chosen * candidates.Count / 1000] == school;
    }

    /// <summary>Village schools and teaching points have no budget of their own: a central school of a town keeps their accounts.</summary>
    public School KeeperOf(School school)
    {
        var towns = county.Schools.Where(one => one.Kind == SchoolKind.PrimarySchool && one.Area == Area.Town).ToList();
        return IsVillage(school) && towns.Count > 0 ? towns[school.Number % towns.Count] : school;
    }

    public static bool IsVillage(School school) =>
        school.Kind == SchoolKind.TeachingPoint || (school.Kind == SchoolKind.PrimarySchool && school.Area == Area.Rural);

    public static bool IsBoarding(School school) =>
        school.Area == Area.Rural && school.Kind is var kind && (kind == SchoolKind.JuniorSchool || kind == SchoolKind.NineYearSchool);

    public static IEnumerable<StageStaff> Compulsory(School school) => school.Stages.Where(stage => stage.Stage != Stage.Senior);
}
