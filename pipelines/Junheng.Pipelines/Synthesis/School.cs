namespace Junheng.Pipelines.Synthesis;

/// <summary>One invented school as it stands in the year being written.</summary>
sealed class School(string code, int number, SchoolGroup group)
{
    public string Code => code;

    public int Number => number;

    public SchoolKind Kind => group.Kind;

    public Area Area => group.Area;

    public string Founder => group.Founder;

    public int Opens => group.Opens;

    public required string Name { get; set; }

    public IReadOnlyList<StageStaff> Stages { get; } = [.. group.Kind.Parts.Select(part => new StageStaff(part))];

    /// <summary>What the school tends to have of each quantity, in permille of the norm.</summary>
    public required int[] Standing { get; init; }

    /// <summary>Above a floor nobody builds to the square metre: what it gets on top, in permille, by quantity.</summary>
    public required int[] Margin { get; init; }

    /// <summary>The one thing that comes last when the county spends: 6 of 7 is a rule worth showing.</summary>
    public Quantity? Lagging { get; init; }

    /// <summary>The year in which the county brings it to where all shall be in the end; some wait until the end.</summary>
    public required int Turn { get; init; }

    /// <summary>Its own drift of enrolment, in permille a year.</summary>
    public required int Drift { get; init; }

    /// <summary>To how many decimals it files its areas.</summary>
    public required int Decimals { get; init; }

    /// <summary>Floor area for teaching without the gym, all sports area with it, equipment in 万元, rooms.</summary>
    public decimal[] Premises { get; } = new decimal[4];

    public decimal Gym { get; set; }

    public int Pupils => Stages.Sum(stage => stage.Pupils);

    /// <summary>Pupils as they share the premises (method §2): 1 : 1.1 : 1.32.</summary>
    public decimal WeightedPupils => Stages.Sum(stage => stage.Weight * stage.Pupils);

    public decimal this[Quantity premises]
    {
        get => Premises[premises - Quantity.TeachingArea];
        set => Premises[premises - Quantity.TeachingArea] = value;
    }

    public StageStaff? At(Stage stage) => Stages.FirstOrDefault(taught => taught.Stage == stage);
}
