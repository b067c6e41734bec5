using System.Globalization;
using Junheng.Models;

namespace Junheng.Cli;

/// <summary>Which language to speak: what <c>--lang</c> says, else the machine's, else English.</summary>
public static class LanguageChoice
{
    // Help is written while the command line is still being parsed, so the flag is looked up by hand.
    public static Language Of(IReadOnlyList<string> arguments)
    {
        for (var index = 0; index < arguments.Count; index++)
        {
            if (arguments[index].StartsWith("--lang=", StringComparison.Ordinal)) return Named(arguments[index][7..]);
            if (arguments[index] == "--lang" && index + 1 < arguments.Count) return Named(arguments[index + 1]);
        }

        var machine = new[] { "LC_ALL", "LC_MESSAGES", "LANG" }.Select(Environment.GetEnvironmentVariable).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        return Named(machine ?? CultureInfo.CurrentUICulture.Name);
    }

    /// <summary>Lets the parser's own words (headings of help, what it says of a wrong flag) follow, where this runtime has cultures.</summary>
    public static void Follow(Language language)
    {
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language == Language.Zh ? "zh-Hans" : "en");
        }
        catch (CultureNotFoundException)
        {
            // Invariant globalisation knows none: its words stay English.
        }
    }

    static Language Named(string name) => name.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Language.Zh : Language.En;
}
