namespace Junheng.Pipelines.Synthesis;

/// <summary>The nine counties. Their codes are in no list: no province begins with 99.</summary>
static class CountyStories
{
    static readonly RollTrend Ordinary = new([22, 18, 12, -4, -16], [6, 2, -6, -22, -30], [-24, -28, -34, -58, -66]);

    public static IReadOnlyList<CountyStory> All { get; } =
    [
        new("990101", "示例市云桥区")
        {
            Zh = "城区，学校大，场地紧；两所新校开办",
            En = "urban, big schools, short of ground and rooms; two new schools open",
            SpecialSchool = true,
            Lapses =
            [
                new("10a", 2019, 2024),
                new("10b", 2019, 2021),
                new("12", 2019, 2024),
                new("18a", 2019, 2024),
                new("20", 2022, 2024),
                new("31", 2024, 2024),
            ],
            Level = 1240,
            Spread = 560,
            Floors = [700, 720, 740, 760, 780, 800],
            Rolls = new([34, 28, 22, 8, -6], [16, 12, 4, -8, -14], [-20, -20, -24, -30, -34]),
            Schools =
            [
                new(22, SchoolKind.PrimarySchool, Area.Urban, 800, 1700),
                new(2, SchoolKind.PrimarySchool, Area.Urban, 500, 900) { Founder = "民办" },
                new(3, SchoolKind.PrimarySchool, Area.Town, 400, 800),
                new(8, SchoolKind.JuniorSchool, Area.Urban, 800, 1600),
                new(2, SchoolKind.NineYearSchool, Area.Urban, 1200, 2000),
                new(2, SchoolKind.CompleteSecondarySchool, Area.Urban, 1500, 2400),
                new(1, SchoolKind.TwelveYearSchool, Area.Urban, 1400, 1900) { Founder = "民办" },
                new(1, SchoolKind.PrimarySchool, Area.Urban, 700, 900) { Opens = 2021 },
                new(1, SchoolKind.JuniorSchool, Area.Urban, 600, 800) { Opens = 2022 },
            ],
            Omissions = [new(2020, 12, "班数", "-")],
        },
        new("990102", "示例市星野区")
        {
            Zh = "条件好且均衡，七项指标六年全部达标，2020年起32项指标全部达标",
            En = "rich and even: the seven indicators are met in all six years, all 32 from 2020 on",
            SpecialSchool = true,
            Level = 1440,
            Spread = 330,
            Floors = [1040, 1040, 1040, 1040, 1040, 1040],
            Rolls = new([26, 22, 14, 0, -12], [8, 4, 0, -12, -20], [-20, -22, -26, -40, -46]),
            Schools =
            [
                new(16, SchoolKind.PrimarySchool, Area.Urban, 700, 1500),
                new(8, SchoolKind.PrimarySchool, Area.Town, 400, 900),
                new(3, SchoolKind.PrimarySchool, Area.Rural, 180, 300),
                new(6, SchoolKind.JuniorSchool, Area.Urban, 700, 1400),
                new(3, SchoolKind.JuniorSchool, Area.Town, 400, 800),
                new(3, SchoolKind.NineYearSchool, Area.Urban, 900, 1600),
                new(1, SchoolKind.TwelveYearSchool, Area.Urban, 1400, 1900) { Founder = "民办" },
                new(1, SchoolKind.NineYearSchool, Area.Urban, 700, 900) { Opens = 2020 },
            ],
        },
        new("990103", "示例市晴湖区")
        {
            Zh = "逐年改善：2019年多项差异系数超限、多数学校不达标，2024年全部达标",
            En = "improves: several coefficients over the limit and most schools failing in 2019, all within and all passing by 2024",
            SpecialSchool = true,
            Lapses =
            [
                new("10a", 2019, 2022),
                new("10b", 2019, 2022),
                new("12", 2019, 2021),
                new("16", 2019, 2023),
                new("18a", 2019, 2022),
                new("18b", 2019, 2020),
                new("26", 2019, 2021),
                new("32", 2019, 2021),
                new("09c", 2019, 2020),
                // All that is left is a claim: its own judgement, and its own survey.
                new("27", 2024, 2024, Manner.Claimed),
                new("appropriation", 2022, 2023),
            ],
            Level = 760,
            Spread = 420,
            Favoured = 240,
            Favour = 2600,
            Floors = [0, 520, 680, 820, 940, 1020],
            Rolls = Ordinary,
            Schools =
            [
                new(8, SchoolKind.PrimarySchool, Area.Urban, 800, 1500),
                new(10, SchoolKind.PrimarySchool, Area.Town, 300, 800),
                new(9, SchoolKind.PrimarySchool, Area.Rural, 100, 280),
                new(4, SchoolKind.JuniorSchool, Area.Urban, 800, 1400),
                new(5, SchoolKind.JuniorSchool, Area.Town, 350, 800),
                new(3, SchoolKind.NineYearSchool, Area.Town, 500, 1100),
                new(1, SchoolKind.CompleteSecondarySchool, Area.Urban, 1500, 2200),
            ],
        },
        new("990104", "示例市望溪县")
        {
            Zh = "逐年恶化：乡村生源流失、城区拥挤，差异系数升过限值",
            En = "worsens: village rolls shrink, the county town fills, coefficients rise over the limit",
            Lapses =
            [
                new("08", 2022, 2024),
                new("13", 2020, 2024),
                new("15a", 2021, 2024),
                new("19", 2023, 2024),
                new("21b", 2023, 2024),
                new("23", 2022, 2024),
                new("29", 2023, 2024),
                new("30", 2024, 2024),
                new("veto", 2024, 2024),
                new("spending", 2023, 2023),
                new("funds", 2024, 2024),
            ],
            Level = 1240,
            Spread = 480,
            Rolls = new([75, 70, 60, 45, 30], [-20, -26, -34, -50, -60], [-120, -130, -140, -150, -155]),
            Schools =
            [
                new(6, SchoolKind.PrimarySchool, Area.Urban, 800, 1300),
                new(8, SchoolKind.PrimarySchool, Area.Town, 300, 700),
                new(16, SchoolKind.PrimarySchool, Area.Rural, 140, 300),
                new(3, SchoolKind.JuniorSchool, Area.Urban, 800, 1200),
                new(3, SchoolKind.JuniorSchool, Area.Town, 350, 700),
                new(4, SchoolKind.JuniorSchool, Area.Rural, 260, 420),
                new(1, SchoolKind.NineYearSchool, Area.Town, 500, 900),
                new(1, SchoolKind.NineYearSchool, Area.Rural, 260, 420),
            ],
            Omissions = [new(2021, 20, "班数", "-")],
        },
        new("990105", "示例市雁洲县")
        {
            Zh = "临界：小学设备、初中场馆的差异系数在限值上下摆动",
            En = "on the border: primary equipment and junior sports ground swing about the limit",
            SpecialSchool = true,
            Lapses =
            [
                new("14", 2019, 2024),
                new("25", 2024, 2024, Manner.Claimed),
                new("32", 2024, 2024, Manner.Claimed),
                new("veto", 2024, 2024, Manner.Claimed),
            ],
            Level = 1200,
            Spread = 780,
            Favoured = 50,
            Rolls = Ordinary,
            Aims =
            [
                // 0.5003 is over the limit and prints as 0.500; 0.4497 is within it and prints as 0.450.
                new(Quantity.Equipment, Stage.Primary, [0.5250m, 0.5190m, 0.5120m, 0.4960m, 0.5046m, 0.5003m]),
                new(Quantity.SportsArea, Stage.Junior, [0.4380m, 0.4475m, 0.4555m, 0.4535m, 0.4480m, 0.4497m]),
            ],
            Schools =
            [
                new(6, SchoolKind.PrimarySchool, Area.Urban, 800, 1400),
                new(11, SchoolKind.PrimarySchool, Area.Town, 300, 800),
                new(10, SchoolKind.PrimarySchool, Area.Rural, 90, 280),
                new(3, SchoolKind.JuniorSchool, Area.Urban, 800, 1400),
                new(6, SchoolKind.JuniorSchool, Area.Town, 350, 800),
                new(3, SchoolKind.NineYearSchool, Area.Rural, 300, 700),
                new(1, SchoolKind.CompleteSecondarySchool, Area.Urban, 1500, 2100),
            ],
        },
        new("990106", "示例市柳汀县")
        {
            Zh = "漏报：2024年一所小学在册而无数据，2023年一所初中缺设备值",
            En = "gaps: in 2024 a primary school is registered and files nothing; in 2023 a junior school leaves its equipment blank",
            Lapses =
            [
                new("09b", 2022, 2024, Manner.Blank),
                new("10a", 2024, 2024, Manner.Blank),
                new("12", 2024, 2024, Manner.Blank),
                new("17", 2024, 2024, Manner.Blank),
                new("24", 2024, 2024, Manner.Blank),
                new("26", 2024, 2024, Manner.Blank),
                new("32", 2024, 2024, Manner.Blank),
                new("veto", 2024, 2024, Manner.Blank),
                new("funds", 2024, 2024, Manner.Blank),
            ],
            Level = 1270,
            Spread = 560,
            Floors = [600, 640, 680, 720, 760, 800],
            Rolls = Ordinary,
            Schools =
            [
                new(7, SchoolKind.PrimarySchool, Area.Urban, 800, 1400),
                new(10, SchoolKind.PrimarySchool, Area.Town, 300, 800),
                new(10, SchoolKind.PrimarySchool, Area.Rural, 90, 280),
                new(4, SchoolKind.JuniorSchool, Area.Urban, 800, 1300),
                new(5, SchoolKind.JuniorSchool, Area.Town, 350, 800),
                new(3, SchoolKind.NineYearSchool, Area.Town, 400, 1000),
                new(1, SchoolKind.TwelveYearSchool, Area.Urban, 1300, 1800) { Founder = "民办" },
            ],
            Omissions =
            [
                new(2024, 14),
                new(2023, 33, "教学仪器设备值（万元）"),
                new(2021, 22, "县级以上骨干教师数", "-"),
            ],
        },
        new("990107", "示例市松涧县")
        {
            Zh = "山区，教学点多，有的不足50人，有的50至99人",
            En = "hills with many teaching points, some under 50 pupils, some from 50 to 99",
            SpecialSchool = true,
            Lapses =
            [
                new("13", 2019, 2022),
                new("21a", 2019, 2023),
                new("22a", 2024, 2024, Manner.Old),
                new("24", 2023, 2024, Manner.Incredible),
                new("30", 2024, 2024, Manner.Old),
                new("15a", 2023, 2023, Manner.Blank),
                new("spending", 2023, 2023, Manner.Blank),
            ],
            Level = 1260,
            Spread = 700,
            Floors = [500, 500, 550, 600, 650, 700],
            Rolls = new([16, 12, 6, -8, -18], [-4, -8, -14, -28, -36], [-30, -34, -40, -64, -74]),
            Schools =
            [
                new(3, SchoolKind.PrimarySchool, Area.Urban, 800, 1200),
                new(8, SchoolKind.PrimarySchool, Area.Town, 300, 650),
                new(9, SchoolKind.PrimarySchool, Area.Rural, 80, 220),
                new(8, SchoolKind.TeachingPoint, Area.Rural, 14, 45),
                new(6, SchoolKind.TeachingPoint, Area.Rural, 76, 95),
                new(2, SchoolKind.JuniorSchool, Area.Urban, 800, 1100),
                new(4, SchoolKind.JuniorSchool, Area.Town, 300, 650),
                new(2, SchoolKind.NineYearSchool, Area.Rural, 260, 480),
            ],
            Happenings = [new(2023, HappeningKind.Closing)],
            Omissions =
            [
                new(2022, 22, "网络多媒体教室数", "-"),
                new(2024, 23, "教学仪器设备值（万元）"),
            ],
        },
        new("990108", "示例市落霞县")
        {
            Zh = "普通县：多数学校达标，一部分差一两项；一所小学并入镇中心小学，一所初中更名",
            En = "ordinary: most schools pass, some miss an item or two; one village school merges, one junior school changes its name",
            Lapses =
            [
                new("10b", 2023, 2024, Manner.Partly),
                new("12", 2023, 2024, Manner.Straddles),
                new("15b", 2019, 2022),
                new("22b", 2019, 2024),
                new("28", 2019, 2024),
                new("31", 2024, 2024, Manner.Blank),
            ],
            Level = 1290,
            Spread = 680,
            Favoured = 100,
            Floors = [600, 650, 700, 760, 820, 860],
            Rolls = Ordinary,
            Happenings = [new(2021, HappeningKind.Renaming), new(2022, HappeningKind.Merger)],
            Schools =
            [
                new(6, SchoolKind.PrimarySchool, Area.Urban, 800, 1400),
                new(9, SchoolKind.PrimarySchool, Area.Town, 300, 800),
                new(11, SchoolKind.PrimarySchool, Area.Rural, 70, 280),
                new(2, SchoolKind.TeachingPoint, Area.Rural, 60, 90),
                new(3, SchoolKind.JuniorSchool, Area.Urban, 800, 1300),
                new(6, SchoolKind.JuniorSchool, Area.Town, 350, 800),
                new(2, SchoolKind.NineYearSchool, Area.Town, 400, 900),
                new(1, SchoolKind.CompleteSecondarySchool, Area.Urban, 1500, 2100),
            ],
        },
        new("990109", "示例市石渡县")
        {
            Zh = "普通县：改善缓慢，2022年新办一所九年一贯制学校",
            En = "ordinary: slow progress; a nine-year school opens in 2022",
            Lapses =
            [
                new("12", 2023, 2024, Manner.Partly),
                new("18a", 2022, 2023, Manner.Zero),
                new("22b", 2023, 2024, Manner.Zero),
                new("28", 2024, 2024, Manner.WrongKind),
                new("training", 2022, 2024),
            ],
            Level = 1260,
            Spread = 740,
            Favoured = 120,
            Floors = [550, 600, 640, 700, 740, 780],
            Rolls = Ordinary,
            Schools =
            [
                new(5, SchoolKind.PrimarySchool, Area.Urban, 800, 1500),
                new(10, SchoolKind.PrimarySchool, Area.Town, 300, 850),
                new(10, SchoolKind.PrimarySchool, Area.Rural, 70, 260),
                new(1, SchoolKind.TeachingPoint, Area.Rural, 30, 48),
                new(4, SchoolKind.JuniorSchool, Area.Urban, 800, 1400),
                new(5, SchoolKind.JuniorSchool, Area.Town, 350, 800),
                new(4, SchoolKind.NineYearSchool, Area.Town, 400, 1000),
                new(1, SchoolKind.NineYearSchool, Area.Urban, 700, 900) { Opens = 2022 },
            ],
            Omissions = [new(2020, 30, "班数")],
        },
    ];
}
