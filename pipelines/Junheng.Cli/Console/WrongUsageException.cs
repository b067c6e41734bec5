namespace Junheng.Cli.Console;

/// <summary>The command line cannot be carried out as written; the message says how it can.</summary>
public sealed class WrongUsageException(string message) : Exception(message);
