using System.Security.Cryptography;

namespace Junheng.Pipelines.Tests.Judging;

/// <summary>Name and hash of every file of a snapshot: its tables, catalog.json and the copies of what it was judged by.</summary>
static class SnapshotBytes
{
    public static IReadOnlyList<string> Of(Judged judged) => Directory
        .EnumerateFiles(judged.Snapshot.Folder, "*", SearchOption.AllDirectories)
        .Select(path => $"{Path.GetRelativePath(judged.Snapshot.Folder, path)} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))}")
        .Order(StringComparer.Ordinal)
        .ToList();

    /// <summary>Holds a snapshot against further ones made from the same source in fresh warehouses.</summary>
    public static void AreThoseOf(Judged first, params IEnumerable<Func<Judged>> others)
    {
        var expected = Of(first);
        Assert.Contains(expected, file => file.StartsWith("catalog.json ", StringComparison.Ordinal));
        foreach (var other in others)
        {
            using var judged = other();
            Assert.Equal(expected, Of(judged));
        }
    }
}
