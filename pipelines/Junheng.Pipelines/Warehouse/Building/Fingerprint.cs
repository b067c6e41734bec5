using System.Security.Cryptography;
using System.Text;

namespace Junheng.Pipelines.Warehouse.Building;

/// <summary>Says of a text or file that it is the same.</summary>
internal static class Fingerprint
{
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public static string OfFile(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
