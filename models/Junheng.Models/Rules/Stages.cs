namespace Junheng.Models.Rules;

/// <summary>The words for stages, lowest first. <c>primary</c> and <c>junior</c> are compulsory; <c>all</c> is the whole school.</summary>
public static class Stages
{
    public const string All = "all";

    public static readonly IReadOnlyList<string> InOrder = ["kindergarten", "primary", "junior", "senior"];

    public static readonly IReadOnlyList<string> Compulsory = ["primary", "junior"];
}
