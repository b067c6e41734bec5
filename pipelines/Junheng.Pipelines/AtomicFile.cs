using System.Text;

namespace Junheng.Pipelines;

/// <summary>Writes a file whole or not at all: beside it first, flushed to the disk, then renamed into place. A write that fails leaves nothing beside it.</summary>
public static class AtomicFile
{
    public static void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public static void Write(string path, byte[] content) => Write(path, stream => stream.Write(content));

    public static void Write(string path, Action<Stream> write)
    {
        var partial = path + ".part";
        try
        {
            using (var stream = new FileStream(partial, FileMode.Create, FileAccess.ReadWrite))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
