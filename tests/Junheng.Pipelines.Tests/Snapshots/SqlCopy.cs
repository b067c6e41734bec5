using Junheng.Pipelines.Warehouse.Building;

namespace Junheng.Pipelines.Tests.Snapshots;

/// <summary>The shipped models in a folder of their own, to be changed.</summary>
sealed class SqlCopy : IDisposable
{
    readonly DirectoryInfo root = Directory.CreateTempSubdirectory("junheng-");

    public SqlCopy()
    {
        foreach (var path in Directory.EnumerateFiles(ShippedContent.Sql, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(root.FullName, Path.GetRelativePath(ShippedContent.Sql, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }
    }

    public void Append(string file, string text) => File.AppendAllText(Directory.EnumerateFiles(root.FullName, file, SearchOption.AllDirectories).Single(), text);

    public ModelLibrary Read() => ModelLibrary.Read(root.FullName);

    public void Dispose() => root.Delete(recursive: true);
}
