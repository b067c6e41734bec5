namespace Junheng.Pipelines.Synthesis;

/// <summary>Areas, equipment and rooms. They change in steps, when something is built, bought or written off.</summary>
static class Building
{
    public static readonly Quantity[] Counted =
        [Quantity.TeachingArea, Quantity.SportsArea, Quantity.Equipment, Quantity.MultimediaRooms];

    /// <summary>What the norm asks of the whole school: enough for the stage that needs most of its share.</summary>
    public static decimal Needed(School school, Quantity quantity) =>
        school.WeightedPupils * school.Stages
            .Where(stage => stage.Stage != Stage.Senior)
            .Max(stage => Norm.PerPupil(quantity, stage.Stage) / stage.Weight);

    public static void Open(School school, Draw draw)
    {
        foreach (var quantity in Counted)
            school[quantity] = Up(school, quantity, Needed(school, quantity) * school.Standing[(int)quantity] / 1000);
        if (draw.Chance(GymChance(school.Area)))
            school.Gym = decimal.Round(school[Quantity.SportsArea] * draw.Between(60, 160) / 1000, school.Decimals);
    }

    public static void Advance(School school, Draw draw)
    {
        if (draw.Chance(150))
            Grow(school, Quantity.Equipment, draw.Between(40, 150));
        if (draw.Chance(60))
            Grow(school, Quantity.Equipment, -draw.Between(30, 80));
        if (draw.Chance(100))
            school[Quantity.MultimediaRooms] += 1;
        if (draw.Chance(30))
            Grow(school, Quantity.TeachingArea, draw.Between(50, 120));
        if (school.Gym == 0 && school.Pupils > 400 && draw.Chance(40))
            AddGym(school, draw.Between(420, 900));
    }

    public static void Raise(School school, Quantity quantity, int permille) =>
        school[quantity] = Math.Max(school[quantity], Up(school, quantity, Needed(school, quantity) * permille / 1000));

    static void AddGym(School school, int area)
    {
        school.Gym = area;
        school[Quantity.SportsArea] += area;
    }

    static void Grow(School school, Quantity quantity, int permille) =>
        school[quantity] = Up(school, quantity, school[quantity] * (1000 + permille) / 1000);

    /// <summary>Rooms are whole, money has cents of a 万元, areas as many decimals as the school files.</summary>
    static decimal Up(School school, Quantity quantity, decimal amount)
    {
        var unit = quantity switch
        {
            Quantity.MultimediaRooms => 1m,
            Quantity.Equipment => 100m,
            _ => school.Decimals switch { 0 => 1m, 1 => 10m, _ => 100m },
        };
        return decimal.Ceiling(amount * unit) / unit;
    }

    static int GymChance(Area area) => area switch
    {
        Area.Urban => 500,
        Area.Town => 200,
        _ => 30,
    };
}
