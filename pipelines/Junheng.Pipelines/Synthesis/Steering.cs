namespace Junheng.Pipelines.Synthesis;

/// <summary>
/// Spends until one coefficient of a county is where the story wants it: on the poorest schools to bring it down,
/// on those above the mean to bring it up. Nothing is taken from anyone.
/// </summary>
/// <remarks>The coefficient is that of method §1, compared as a square, so that no root is taken; decimals keep the bytes the same everywhere.</remarks>
static class Steering
{
    /// <summary>A teaching point under 50 pupils is outside the seven indicators (method §3).</summary>
    const int SmallestTeachingPoint = 50;

    const int Halvings = 40;

    public static void To(IEnumerable<School> county, Aim aim, int year)
    {
        var seats = county.Where(school => InScope(school, aim.Stage)).Select(school => new Seat(school, aim)).ToList();
        var target = aim.Coefficients[year - Years.First];
        var start = seats.ConvertAll(seat => seat.PerPupil);
        var mean = Mean(seats, start);

        List<decimal> Spend(Func<decimal, decimal> raise) =>
            [.. seats.Zip(start, (seat, value) => seat.IsCombined ? value : raise(value))];

        var raised = Squared(seats, start) > target * target
            ? Search(mean, low => Spend(value => Math.Max(value, low)), values => Squared(seats, values) > target * target)
            : Search(4, more => Spend(value => value + (more * Math.Max(0, value - mean))), values => Squared(seats, values) < target * target);

        foreach (var (seat, value) in seats.Zip(raised))
            seat.Provide(value);
    }

    static bool InScope(School school, Stage stage) =>
        school.At(stage) is { } taught && (school.Kind != SchoolKind.TeachingPoint || taught.Pupils >= SmallestTeachingPoint);

    /// <summary>Halves the way to the least spending that is enough.</summary>
    static List<decimal> Search(decimal high, Func<decimal, List<decimal>> spend, Func<List<decimal>, bool> tooLittle)
    {
        var low = 0m;
        for (var halving = 0; halving < Halvings; halving++)
        {
            var middle = (low + high) / 2;
            if (tooLittle(spend(middle)))
                low = middle;
            else
                high = middle;
        }

        return spend(high);
    }

    static decimal Mean(List<Seat> seats, List<decimal> values) =>
        seats.Zip(values, (seat, value) => seat.Pupils * value).Sum() / seats.Sum(seat => seat.Pupils);

    static decimal Squared(List<Seat> seats, List<decimal> values)
    {
        var mean = Mean(seats, values);
        var pupils = seats.Sum(seat => seat.Pupils);
        return seats.Zip(values, (seat, value) => seat.Pupils * (value - mean) * (value - mean)).Sum() / (pupils * mean * mean);
    }

    /// <summary>A school as the steered coefficient sees it.</summary>
    sealed class Seat(School school, Aim aim)
    {
        readonly StageStaff stage = school.At(aim.Stage)!;

        public decimal Pupils => stage.Pupils;

        /// <summary>What a combined school gets moves the other stage too, so it is left as it is.</summary>
        public bool IsCombined => school.Stages.Count > 1;

        public decimal PerPupil => school[aim.Quantity] * stage.Weight / school.WeightedPupils;

        public void Provide(decimal perPupil)
        {
            if (perPupil > PerPupil)
                school[aim.Quantity] = decimal.Round(perPupil * school.WeightedPupils / stage.Weight, 2);
        }
    }
}
