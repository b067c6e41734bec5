using System.Runtime.CompilerServices;

namespace Junheng.Tests;

/// <summary>The tests' folders lie in memory where the machine lends it: they make and remove thousands of small files, a fifth of the suite's time on a disk.</summary>
static class ScratchInMemory
{
    const string Memory = "/dev/shm";

    const long Enough = 4L << 30;

#pragma warning disable CA2255 // A test assembly has no entry point of its own.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Use()
    {
        if (OperatingSystem.IsLinux() && Directory.Exists(Memory) && new DriveInfo(Memory).AvailableFreeSpace >= Enough)
            Environment.SetEnvironmentVariable("TMPDIR", Memory);
    }
}
