namespace Junheng.Pipelines.Synthesis;

/// <summary>What one county of the sample is there to show, and the few numbers that make it so.</summary>
sealed record CountyStory(string Code, string Name)
{
    public required string Zh { get; init; }

    public required string En { get; init; }

    public required IReadOnlyList<SchoolGroup> Schools { get; init; }

    public required RollTrend Rolls { get; init; }

    /// <summary>What its schools have on average when the story opens, in permille of the norm.</summary>
    public required int Level { get; init; }

    /// <summary>How far a school may lie from that level.</summary>
    public required int Spread { get; init; }

    /// <summary>How many schools in a thousand had more than the others for years.</summary>
    public int Favoured { get; init; }

    /// <summary>By which those have more, in permille.</summary>
    public int Favour { get; init; } = 1800;

    /// <summary>What the county leaves no school below, in permille of the norm, year by year.</summary>
    public IReadOnlyList<int> Floors { get; init; } = [0, 0, 0, 0, 0, 0];

    public IReadOnlyList<Aim> Aims { get; init; } = [];

    public IReadOnlyList<Happening> Happenings { get; init; } = [];

    public IReadOnlyList<Omission> Omissions { get; init; } = [];

    /// <summary>Whether a special school stands there: the register shows it and files nothing else of it.</summary>
    public bool SpecialSchool { get; init; }

    public IReadOnlyList<Lapse> Lapses { get; init; } = [];

    public Manner? LapseIn(string item, int year) =>
        Lapses.FirstOrDefault(lapse => string.Equals(lapse.Item, item, StringComparison.Ordinal) && lapse.From <= year && year <= lapse.To)?.Manner;
}
