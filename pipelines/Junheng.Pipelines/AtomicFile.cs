namespace Junheng.Pipelines;

/// <summary>Writes a file whole or not at all: beside it first, flushed to the disk, then renamed into place.</summary>
public static class AtomicFile
{
    public static void Write(string path, string text)
    {
        var partial = path + ".part";
        using (var stream = new FileStream(partial, FileMode.Create, FileAccess.Write))
        {
            stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }

        File.Move(partial, path, overwrite: true);
    }
}
