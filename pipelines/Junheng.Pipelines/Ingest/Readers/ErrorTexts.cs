namespace Junheng.Pipelines.Ingest.Readers;

/// <summary>What a spreadsheet shows in a cell whose formula came to nothing.</summary>
internal static class ErrorTexts
{
    static readonly Dictionary<byte, string> ByCode = new()
    {
        [0x00] = "#NULL!",
        [0x07] = "#DIV/0!",
        [0x0F] = "#VALUE!",
        [0x17] = "#REF!",
        [0x1D] = "#NAME?",
        [0x24] = "#NUM!",
        [0x2A] = "#N/A",
    };

    static readonly HashSet<string> Known = [.. ByCode.Values, "#GETTING_DATA", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!"];

    public static bool Are(string text) => text.Length > 3 && text[0] == '#' && Known.Contains(text);

    /// <summary>By the byte an old workbook keeps; one we do not know is still an error.</summary>
    public static string Of(byte code) => ByCode.GetValueOrDefault(code, "#N/A");
}
