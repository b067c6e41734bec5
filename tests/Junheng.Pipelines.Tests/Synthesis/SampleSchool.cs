namespace Junheng.Pipelines.Tests.Synthesis;

/// <summary>One registered school in one year, with what it filed.</summary>
sealed record SampleSchool(
    Dictionary<string, string> Register,
    IReadOnlyDictionary<string, Dictionary<string, string>> Stages,
    Dictionary<string, string>? Facilities)
{
    public string Code => Register["学校标识码"];

    public string County => Register["县区代码"];

    public string Kind => Register["办学类型"];

    public decimal? InStage(string stage, string column) =>
        Stages.TryGetValue(stage, out var row) ? SampleTable.Number(row[column]) : null;

    public decimal? OfPremises(string column) => Facilities is null ? null : SampleTable.Number(Facilities[column]);

    /// <summary>Together with a campus that does not count as a school.</summary>
    public SampleSchool With(SampleSchool campus) => this with
    {
        Stages = Stages.ToDictionary(pair => pair.Key, pair => Added(pair.Value, campus.Stages[pair.Key]), StringComparer.Ordinal),
        Facilities = Added(Facilities!, campus.Facilities!),
    };

    static Dictionary<string, string> Added(Dictionary<string, string> row, Dictionary<string, string> other) => row.ToDictionary(
        cell => cell.Key,
        cell => cell.Key is "学校标识码" or "学段" || SampleTable.Number(cell.Value) is not { } number || SampleTable.Number(other[cell.Key]) is not { } more
            ? cell.Value
            : (number + more).ToString(System.Globalization.CultureInfo.InvariantCulture),
        StringComparer.Ordinal);

    /// <summary>The gym's column by either of its names.</summary>
    public decimal? Gym => OfPremises(Facilities?.ContainsKey("体育馆面积") == true ? "体育馆面积" : "室内体育用房面积");
}
