using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Junheng.Cli.Tests;

/// <summary>What people read, as it was once looked at and accepted: the files of Golden/.</summary>
static partial class Golden
{
    // The parser's own headings follow the runtime's cultures, which an invariant one lacks: held here are the words that are ours.
    static readonly (string Zh, string En)[] Headings =
        [("用法:", "Usage:"), ("参数:", "Arguments:"), ("选项:", "Options:"), ("命令:", "Commands:"), ("显示版本信息", "Show version information")];

    public static void IsAccepted(string name, string text, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(here)!, "Golden", name);
        var plain = Headings.Aggregate(LineEnd().Replace(text, "\n").Trim('\n') + "\n", (said, heading) => said.Replace(heading.Zh, heading.En, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("JUNHENG_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, plain);
        }

        Assert.Equal(File.ReadAllText(path), plain);
    }

    [GeneratedRegex(@"[ \r]*\n", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LineEnd();
}
