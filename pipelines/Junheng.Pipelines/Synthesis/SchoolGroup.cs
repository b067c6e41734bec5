namespace Junheng.Pipelines.Synthesis;

/// <summary>Schools of one kind in one county, and between which numbers of pupils they start.</summary>
sealed record SchoolGroup(int Count, SchoolKind Kind, Area Area, int From, int To)
{
    public string Founder { get; init; } = "公办";

    public int Opens { get; init; } = Years.First;
}
