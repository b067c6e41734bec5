namespace Junheng.Pipelines.Tests.Engine;

public sealed class AtomicFileTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("junheng-");

    string Target => Path.Combine(folder.FullName, "file.txt");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Write_ThatFailsHalfWay_LeavesTheOldFileAndNothingBesideIt()
    {
        AtomicFile.Write(Target, "old");

        Assert.Throws<IOException>(() => AtomicFile.Write(Target, stream =>
        {
            stream.WriteByte(1);
            throw new IOException("no room");
        }));

        Assert.Equal("old", File.ReadAllText(Target));
        Assert.Equal(["file.txt"], Names());
    }

    // Whatever stands in the way when the file is to take its place: a folder of its name, here.
    [Fact]
    public void Write_ThatCannotBePutInPlace_LeavesNothingBesideIt()
    {
        Directory.CreateDirectory(Target);

        Assert.ThrowsAny<SystemException>(() => AtomicFile.Write(Target, "new"));

        Assert.Equal(["file.txt"], Names());
    }

    IEnumerable<string?> Names() => Directory.EnumerateFileSystemEntries(folder.FullName).Select(Path.GetFileName);
}
