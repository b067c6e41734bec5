namespace Junheng.Pipelines.Synthesis;

/// <summary>An event in the life of a school, before the count of <paramref name="Year"/>.</summary>
/// <param name="School">The code after it; of a school that closed, its own.</param>
/// <param name="Word">As the lineage of schools calls it.</param>
/// <param name="Predecessor">The school that went into it; empty where there is none.</param>
sealed record SchoolEvent(int Year, string School, string Word, string Predecessor = "");
