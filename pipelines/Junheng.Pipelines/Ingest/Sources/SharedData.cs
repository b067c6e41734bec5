namespace Junheng.Pipelines.Ingest.Sources;

/// <summary>The data that stays outside the project: at <c>JUNHENG_SHARED</c>, else in <c>shared</c> beside the checkout.</summary>
public static class SharedData
{
    public const string Prefix = "shared:";
    public const string Variable = "JUNHENG_SHARED";

    /// <summary>The folder; null when neither place exists. Beside the checkout means one above the nearest folder with <c>Analytics.sln</c>.</summary>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } said) return Directory.Exists(said) ? said : null;
        return Above(Directory.GetCurrentDirectory())
            .Concat(Above(AppContext.BaseDirectory))
            .Where(folder => File.Exists(Path.Combine(folder, "Analytics.sln")))
            .Select(checkout => Path.GetFullPath(Path.Combine(checkout, "..", "shared")))
            .FirstOrDefault(Directory.Exists);
    }

    static IEnumerable<string> Above(string folder)
    {
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent) yield return at.FullName;
    }
}
