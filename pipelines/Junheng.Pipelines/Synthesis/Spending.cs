namespace Junheng.Pipelines.Synthesis;

/// <summary>What a county does about its poorest schools before each count.</summary>
static class Spending
{
    /// <summary>The one lagging thing stays here: above 85 % of the norm, below the whole of it.</summary>
    const int LaggingFloor = 880;

    public static void Bring(School school, int floor)
    {
        if (floor == 0)
            return;

        foreach (var quantity in Building.Counted)
            Building.Raise(school, quantity, Permille(school, quantity, floor));
        foreach (var stage in school.Stages.Where(stage => stage.Stage != Stage.Senior))
            for (var quantity = Quantity.AboveDegree; quantity <= Quantity.PeAndArts; quantity++)
                Staffing.Raise(school, stage, quantity, Permille(school, quantity, floor));
    }

    static int Permille(School school, Quantity quantity, int floor)
    {
        var asked = school.Lagging == quantity ? Math.Min(floor, LaggingFloor) : floor;
        return asked + (asked * school.Margin[(int)quantity] / 1000);
    }
}
