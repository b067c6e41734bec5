namespace Junheng.Pipelines.Synthesis;

/// <summary>How much of each quantity a school tends to have, in permille of the norm.</summary>
static class Standings
{
    const int Poorest = 300;

    public static int[] Of(CountyStory story, SchoolGroup group, Draw draw)
    {
        var favoured = draw.Chance(story.Favoured);
        return [.. Enum.GetValues<Quantity>().Select(quantity =>
        {
            var standing = story.Level + Tilt(quantity, group.Area) + draw.Bell(story.Spread);
            // What comes to a favoured school comes in most things, not in all.
            if (favoured && draw.Chance(750))
                standing = standing * story.Favour / 1000;
            // A new school is built to the norm of its day.
            return Math.Max(standing, group.Opens > Years.First ? 1050 : Poorest);
        })];
    }

    /// <summary>Towns are short of ground, villages of teachers for PE and arts and of those with a title.</summary>
    static int Tilt(Quantity quantity, Area area) => (quantity, area) switch
    {
        (Quantity.SportsArea, Area.Urban) => -120,
        (Quantity.SportsArea, Area.Rural) => 220,
        (Quantity.TeachingArea, Area.Urban) => -60,
        (Quantity.TeachingArea, Area.Rural) => 120,
        (Quantity.Equipment, Area.Rural) => -60,
        (Quantity.Backbone, Area.Urban) => 120,
        (Quantity.Backbone, Area.Rural) => -60,
        (Quantity.PeAndArts, Area.Urban) => 60,
        (Quantity.PeAndArts, Area.Rural) => -80,
        _ => 0,
    };
}
