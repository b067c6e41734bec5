namespace Junheng.Pipelines.Publishing.Returning;

/// <summary>A workbook that cannot be copied as it is: its cells are written anew instead.</summary>
/// <param name="part">What stands in the way, as the package names it.</param>
sealed class NotCopyableException(string part) : Exception(part);
