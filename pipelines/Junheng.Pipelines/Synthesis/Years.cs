namespace Junheng.Pipelines.Synthesis;

static class Years
{
    public const int First = 2019;
    public const int Last = 2024;

    /// <summary>From this count on the form calls 体育馆 by its new name, 室内体育用房.</summary>
    public const int NewForm = 2021;

    public static IEnumerable<int> All => Enumerable.Range(First, Last - First + 1);
}
