namespace Junheng.Pipelines.Tests.Planning.Cheapest;

/// <summary>A school of a county drawn at random. Teachers stand by stage, premises and equipment for the whole school.</summary>
sealed record DrawnSchool(string Code, string Type, int Primary, int Junior, IReadOnlyDictionary<(string Stage, string Indicator), int> Quantities)
{
    public IEnumerable<(string Stage, int Pupils, decimal Weight)> Stages
    {
        get
        {
            if (Primary > 0) yield return ("primary", Primary, 1);
            if (Junior > 0) yield return ("junior", Junior, Primary > 0 ? 1.1m : 1);
        }
    }

    public decimal WeightedPupils => Stages.Sum(stage => stage.Pupils * stage.Weight);

    /// <summary>Enough teachers for every part of them that is counted.</summary>
    public int Teachers(string stage) => 4 + Quantities.Where(one => one.Key.Stage == stage && one.Key.Indicator is "01" or "02" or "03").Sum(one => one.Value);
}
