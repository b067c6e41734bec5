using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Junheng.Pipelines.Tests.Ingest.Readers;

/// <summary>The encryption of .xls files since 1997: RC4 with a key of 40 bits, anew for each 1024 bytes; the headers of the records stay readable.</summary>
static class XlsCipher
{
    const int Block = 1024;
    const int Beginning = 0x0809;
    const int SheetList = 0x0085;

    static readonly byte[] Salt = [.. Enumerable.Range(1, 16).Select(number => (byte)number)];
    static readonly byte[] Verifier = [.. Enumerable.Range(101, 16).Select(number => (byte)number)];

    // The format asks for it; nothing is kept secret by it.
#pragma warning disable CA5351
    static byte[] Hash(byte[] bytes) => MD5.HashData(bytes);
#pragma warning restore CA5351

    public static byte[] Encrypt(byte[] book, string password)
    {
        var seed = Hash([.. Enumerable.Repeat<byte[]>([.. Hash(Encoding.Unicode.GetBytes(password))[..5], .. Salt], 16).SelectMany(part => part)])[..5];
        var proof = Stream(seed, 0);
        byte[] pass = [1, 0, 1, 0, 1, 0, .. Salt, .. Xor(Verifier, proof, 0), .. Xor(Hash(Verifier), proof, 16)];
        var first = 4 + BinaryPrimitives.ReadUInt16LittleEndian(book.AsSpan(2));
        byte[] all = [.. book[..first], 0x2F, 0, (byte)pass.Length, 0, .. pass, .. book[first..]];
        var clear = all.ToArray();
        for (var at = 0; at < all.Length;)
        {
            var (id, length) = (BinaryPrimitives.ReadUInt16LittleEndian(clear.AsSpan(at)), BinaryPrimitives.ReadUInt16LittleEndian(clear.AsSpan(at + 2)));
            // Where a sheet begins is written in the clear, and moves by what stands before it now.
            if (id == SheetList) BinaryPrimitives.WriteUInt32LittleEndian(all.AsSpan(at + 4), BinaryPrimitives.ReadUInt32LittleEndian(all.AsSpan(at + 4)) + (uint)pass.Length + 4);
            var from = id is Beginning or 0x2F ? length : id == SheetList ? 4 : 0;
            for (var index = at + 4 + from; index < at + 4 + length; index++) all[index] ^= Stream(seed, index / Block)[index % Block];
            at += 4 + length;
        }

        return all;
    }

    static byte[] Xor(byte[] bytes, byte[] stream, int from) => [.. bytes.Select((one, index) => (byte)(one ^ stream[from + index]))];

    static byte[] Stream(byte[] seed, int block)
    {
        var key = Hash([.. seed, .. BitConverter.GetBytes(block)]);
        var state = Enumerable.Range(0, 256).Select(number => (byte)number).ToArray();
        for (int index = 0, other = 0; index < 256; index++)
        {
            other = (other + state[index] + key[index % key.Length]) & 255;
            (state[index], state[other]) = (state[other], state[index]);
        }

        var stream = new byte[Block];
        for (int at = 0, index = 0, other = 0; at < Block; at++)
        {
            index = (index + 1) & 255;
            other = (other + state[index]) & 255;
            (state[index], state[other]) = (state[other], state[index]);
            stream[at] = state[(state[index] + state[other]) & 255];
        }

        return stream;
    }
}
