namespace Junheng.Pipelines.Tests.Judging;

/// <summary>A school as it is filed in one year: its register row, its stages, its premises. A quantity that is not given is not filed.</summary>
sealed record FiledSchool(string County, string Code, string Type, int Year = 2024)
{
    readonly List<FiledStage> stages = [];
    readonly Dictionary<string, Amount> premises = new(StringComparer.Ordinal);

    public IReadOnlyList<FiledStage> Stages => stages;

    public IReadOnlyDictionary<string, Amount> Premises => premises;

    public FiledSchool Stage(string stage, Amount pupils, params (string Field, Amount Amount)[] quantities)
    {
        stages.Add(new FiledStage(stage, quantities.Append(("pupils", pupils)).ToDictionary(StringComparer.Ordinal)));
        return this;
    }

    public FiledSchool Filed(IEnumerable<FiledStage> filed)
    {
        stages.AddRange(filed);
        return this;
    }

    public FiledSchool Has(params (string Field, Amount Amount)[] quantities)
    {
        foreach (var (field, amount) in quantities) premises[field] = amount;
        return this;
    }
}

sealed record FiledStage(string Name, IReadOnlyDictionary<string, Amount> Quantities)
{
    public FiledStage Without(string field) => new(Name, Quantities.Where(quantity => quantity.Key != field).ToDictionary(StringComparer.Ordinal));
}
