using System.Text.RegularExpressions;

namespace Junheng.Pipelines.Tests.Checks;

/// <summary>What is judged is read after the screening, or an error is not contained.</summary>
public sealed partial class SoundTablesTests
{
    // What counts only whether something was filed.
    static readonly string[] MayLookAtWhatWasFiled = ["filing_due.sql"];

    [Theory]
    [InlineData("core")]
    [InlineData("marts")]
    public void Models_ThatJudge_ReadSoundAmounts(string folder) => Assert.All(
        Directory.EnumerateFiles(Path.Combine(ShippedContent.Sql, folder), "*.sql").Where(path => !MayLookAtWhatWasFiled.Contains(Path.GetFileName(path))),
        path => Assert.False(FiledAmount().IsMatch(File.ReadAllText(path)), Path.GetFileName(path)));

    [GeneratedRegex(@"\bfiled_(?:quantity|county_quantity|class|class_band|grade|survey)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FiledAmount();
}
