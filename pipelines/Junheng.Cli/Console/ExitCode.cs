namespace Junheng.Cli.Console;

/// <summary>What the command says to whoever called it: a contract.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>The data has errors; they are listed.</summary>
    public const int DataErrors = 1;

    public const int WrongUsage = 2;

    /// <summary>A fault of ours.</summary>
    public const int Fault = 3;

    /// <summary>Stopped by the person at the keyboard; as shells say it.</summary>
    public const int Cancelled = 130;
}
