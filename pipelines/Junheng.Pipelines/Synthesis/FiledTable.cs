using System.Globalization;

namespace Junheng.Pipelines.Synthesis;

/// <summary>A table that the city files.</summary>
/// <param name="Dataset">What a row is.</param>
/// <param name="Year">The year of every row; null where each row says its own.</param>
/// <param name="Name">Of its file, without folder and ending.</param>
sealed record FiledTable(string Dataset, int? Year, string Name, Sheet Sheet)
{
    /// <summary>Where it lies when it is of no one year.</summary>
    public string Apart { get; init; } = "plans";

    /// <summary>The folder it lies in.</summary>
    public string Folder => Year is { } year ? year.ToString(CultureInfo.InvariantCulture) : Apart;

    /// <summary>The folder as source.yaml names it.</summary>
    public string FolderPattern => Year is null ? Folder : "{year}";
}
