namespace Junheng.Pipelines.Tests.Judging.Indicators;

/// <summary>One change to a county that is in order, and what one row of <c>county_indicator</c> must then say.</summary>
/// <param name="Row">Indicator, part and stage: <c>18 a all</c>; a dash for no part.</param>
/// <param name="Reason">Code of the reason; empty where met.</param>
sealed record IndicatorCase(string Name, string Row, string Verdict, string Reason, Action<CountyFiling> Change)
{
    public string Indicator => Row.Split(' ')[0];

    public string Part => Row.Split(' ')[1].Trim('-');

    public string Stage => Row.Split(' ')[2];
}
