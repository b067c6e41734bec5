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

    /// <summary>The gym's column by either of its names.</summary>
    public decimal? Gym => OfPremises(Facilities?.ContainsKey("体育馆面积") == true ? "体育馆面积" : "室内体育用房面积");
}
