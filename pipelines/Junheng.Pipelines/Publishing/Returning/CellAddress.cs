namespace Junheng.Pipelines.Publishing.Returning;

/// <summary>An address such as <c>AB12</c> taken apart.</summary>
static class CellAddress
{
    /// <summary>Both count from 1; null when it is none.</summary>
    public static (int Column, int Row)? Of(string? address)
    {
        var (column, row, index) = (0, 0, 0);
        for (; index < address?.Length && char.IsAsciiLetterUpper(address[index]) && index < 3; index++) column = (column * 26) + address[index] - 'A' + 1;
        for (; index < address?.Length && char.IsAsciiDigit(address[index]) && row < 10_000_000; index++) row = (row * 10) + address[index] - '0';
        return column > 0 && row > 0 && index == address!.Length ? (column, row) : null;
    }
}
