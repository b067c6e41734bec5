namespace Junheng.Pipelines.Synthesis;

/// <summary>The three counties of the district, in the last two years. Their codes are in no list.</summary>
static class DistrictStories
{
    static readonly RollTrend Steady = new([10, 8, 6, 4, 2], [4, 2, 0, -4, -6], [-10, -12, -14, -16, -18]);

    public static IReadOnlyList<CountyStory> All { get; } =
    [
        new("990201", "示例盟云坪旗")
        {
            Zh = "2024年有填报错误：一所小学的设备值不是数，一所小学的骨干教师多于专任教师，一所九年一贯制学校初中漏报在校生，优质高中名额分配多于计划；这些格不采用，其余照判",
            En = "faults in 2024: equipment that is no number, more backbone teachers than teachers, a nine-year school without its junior pupils, more senior-high places allocated than planned; these cells are not used, the rest is judged",
            Lapses = [new("21a", 2024, 2024, Manner.Incredible)],
            Level = 1260,
            Spread = 420,
            Floors = [900, 900, 900, 900, 900, 900],
            Rolls = Steady,
            Schools =
            [
                new(2, SchoolKind.PrimarySchool, Area.Urban, 600, 900),
                new(3, SchoolKind.PrimarySchool, Area.Town, 240, 480),
                new(1, SchoolKind.TeachingPoint, Area.Rural, 60, 90),
                new(1, SchoolKind.JuniorSchool, Area.Urban, 700, 900),
                new(1, SchoolKind.NineYearSchool, Area.Town, 400, 600),
            ],
            Omissions =
            [
                new(2024, 3, "教学仪器设备值（万元）", "约35"),
                new(2024, 4, "县级以上骨干教师数", "200"),
                new(2024, 8, "在校生数") { Stage = Stage.Junior },
            ],
        },
        new("990202", "示例盟石岭矿区")
        {
            Zh = "没有初中，学生到邻旗就读：与初中有关的各项不适用",
            En = "no junior school, its pupils go on in the next county: what concerns junior stages does not apply",
            Level = 1320,
            Spread = 300,
            Floors = [1020, 1020, 1020, 1020, 1020, 1020],
            Rolls = Steady,
            Schools =
            [
                new(2, SchoolKind.PrimarySchool, Area.Urban, 400, 700),
                new(1, SchoolKind.PrimarySchool, Area.Town, 200, 320),
            ],
        },
        new("990203", "示例盟河湾旗")
        {
            Zh = "2024年名册有一行缺办学类型，被隔离：可能漏计学校，不能断定没有",
            En = "in 2024 a line of the register has no kind of school and is set aside: a school may be missing, and nothing is said not to exist",
            Level = 1300,
            Spread = 360,
            Floors = [1020, 1020, 1020, 1020, 1020, 1020],
            Rolls = Steady,
            Schools =
            [
                new(3, SchoolKind.PrimarySchool, Area.Town, 240, 520),
                new(2, SchoolKind.JuniorSchool, Area.Town, 300, 520),
            ],
            Omissions = [new(2024, 3, "办学类型")],
        },
    ];
}
