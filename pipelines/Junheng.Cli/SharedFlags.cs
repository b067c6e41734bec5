using System.CommandLine;
using System.Globalization;
using Junheng.Cli.Console;
using Junheng.Pipelines.Texts;

namespace Junheng.Cli;

/// <summary>The flags that commands share. Names and meanings are a contract.</summary>
public sealed class SharedFlags(TextBook texts)
{
    public Option<string?> Warehouse { get; } = new("--warehouse") { Description = texts["option.warehouse"], HelpName = "DIR" };

    public Option<int?> Snapshot { get; } = new("--snapshot") { Description = texts["option.snapshot"], HelpName = "N" };

    public Option<string?> Out { get; } = new("--out", "-o") { Description = texts["option.out"], HelpName = "PATH" };

    public Option<string?> Lang { get; } = new("--lang") { Description = texts["option.lang"], HelpName = "zh|en", Recursive = true, Validators = { LanguageOf(texts) } };

    public Option<string?> AsOf { get; } = new("--as-of") { Description = texts["option.asof"], HelpName = "DATE" };

    public Option<string?> RulePack { get; } = new("--rule-pack") { Description = texts["option.pack"], HelpName = "NAME" };

    public Option<string[]> Set { get; } = new("--set") { Description = texts["option.set"], HelpName = "name=value", AllowMultipleArgumentsPerToken = false };

    public Option<bool> AcceptPartial { get; } = new("--accept-partial") { Description = texts["option.partial"] };

    public Option<int> Threads { get; } = new("--threads") { Description = texts["option.threads"], HelpName = "N" };

    public Option<int> Wait { get; } = new("--wait") { Description = texts["option.wait"], HelpName = "SECONDS", DefaultValueFactory = _ => 30 };

    public Option<string> Format(params string[] formats) => new("--format")
    {
        Description = texts["option.format", ("formats", string.Join(", ", formats))],
        HelpName = string.Join('|', formats),
        DefaultValueFactory = _ => formats[0],
        Validators =
        {
            result =>
            {
                var chosen = result.GetValueOrDefault<string>();
                if (chosen is not null && !formats.Contains(chosen, StringComparer.Ordinal))
                    result.AddError(texts["usage.bad_format", ("format", chosen), ("known", string.Join(", ", formats))]);
            },
        },
    };

    static Action<System.CommandLine.Parsing.OptionResult> LanguageOf(TextBook texts) => result =>
    {
        var said = result.Tokens.Count > 0 ? result.Tokens[0].Value : "zh";
        if (!said.StartsWith("zh", StringComparison.OrdinalIgnoreCase) && !said.StartsWith("en", StringComparison.OrdinalIgnoreCase))
            result.AddError(texts["usage.bad_lang", ("value", said)]);
    };

    public Dictionary<string, string> Settings(ParseResult parsed)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var setting in parsed.GetValue(Set) ?? [])
        {
            var equals = setting.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1) throw new WrongUsageException(texts["usage.bad_set", ("value", setting)]);
            settings[setting[..equals]] = setting[(equals + 1)..];
        }

        return settings;
    }

    /// <summary>The date given, or null; a date that is none is wrong usage.</summary>
    public DateOnly? Date(ParseResult parsed)
    {
        if (parsed.GetValue(AsOf) is not { } text) return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new WrongUsageException(texts["usage.bad_date", ("value", text)]);
    }
}
