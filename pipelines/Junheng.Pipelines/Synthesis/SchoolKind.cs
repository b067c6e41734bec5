namespace Junheng.Pipelines.Synthesis;

/// <summary>A 办学类型: its name on the form, the stages it teaches, and how they share the premises.</summary>
sealed record SchoolKind(string Text, params IReadOnlyList<SchoolKind.Part> Parts)
{
    public static readonly SchoolKind PrimarySchool = new("小学", new Part(Stage.Primary, 100, 1m));
    public static readonly SchoolKind TeachingPoint = new("教学点", new Part(Stage.Primary, 100, 1m));
    public static readonly SchoolKind JuniorSchool = new("初级中学", new Part(Stage.Junior, 100, 1m));

    public static readonly SchoolKind NineYearSchool = new("九年一贯制学校",
        new Part(Stage.Primary, 64, 1m), new Part(Stage.Junior, 36, 1.1m));

    public static readonly SchoolKind CompleteSecondarySchool = new("完全中学",
        new Part(Stage.Junior, 46, 1m), new Part(Stage.Senior, 54, 1.2m));

    public static readonly SchoolKind TwelveYearSchool = new("十二年一贯制学校",
        new Part(Stage.Primary, 46, 1m), new Part(Stage.Junior, 28, 1.1m), new Part(Stage.Senior, 26, 1.32m));

    /// <param name="Share">Of a hundred pupils of the school, how many are in this stage when it opens.</param>
    /// <param name="Weight">What one of them counts when whole-school quantities are split (method §2).</param>
    public sealed record Part(Stage Stage, int Share, decimal Weight);
}
