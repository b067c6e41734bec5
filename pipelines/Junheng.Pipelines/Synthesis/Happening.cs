namespace Junheng.Pipelines.Synthesis;

/// <summary>Something that happens once to one school of a county, before the count of <paramref name="Year"/>.</summary>
sealed record Happening(int Year, HappeningKind Kind);

enum HappeningKind
{
    /// <summary>The smallest teaching point closes; its pupils walk to the central school of the town.</summary>
    Closing,

    /// <summary>The smallest village school joins the central school of the town, pupils and teachers.</summary>
    Merger,

    /// <summary>The first junior school takes another name and keeps its code.</summary>
    Renaming,
}
