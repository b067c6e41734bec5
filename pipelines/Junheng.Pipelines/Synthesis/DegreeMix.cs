namespace Junheng.Pipelines.Synthesis;

/// <summary>The highest degree of each full-time teacher who has one: 专科, 本科, 硕士, 博士, in this order.</summary>
sealed record DegreeMix(int College, int Bachelor, int Master, int Doctor)
{
    /// <summary>
    /// Divides the teachers of a stage so that those above its required degree (专科 in primary schools, 本科 beyond) are as many as counted.
    /// </summary>
    public static DegreeMix Of(School school, StageStaff stage, int year)
    {
        var qualified = stage.Count(Quantity.AboveDegree);
        var doctor = stage.Stage == Stage.Senior && qualified > 60 ? 1 : 0;
        var master = (qualified - doctor) * MasterPercent(school, stage, year) / 100;
        var rest = qualified - doctor - master;
        if (stage.Stage != Stage.Primary)
            return new(stage.Teachers - qualified, rest, master, doctor);

        var college = rest * CollegePercent(school.Area, year) / 100;
        return new(college, rest - college, master, doctor);
    }

    static int MasterPercent(School school, StageStaff stage, int year) =>
        (stage.Stage, school.Area) switch
        {
            (Stage.Senior, _) => 14,
            (_, Area.Urban) => 5,
            (_, Area.Town) => 2,
            _ => 1,
        } + ((year - Years.First) / 2);

    static int CollegePercent(Area area, int year) =>
        area switch
        {
            Area.Urban => 22,
            Area.Town => 36,
            _ => 46,
        } - (2 * (year - Years.First));
}
