using Junheng.Models.Numbers;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>What one field of one row came to: a word, an exact number, nothing filed, or a fault that a finding tells of.</summary>
/// <param name="Fault">Code of the finding that tells what is wrong with it; null when nothing is.</param>
internal readonly record struct CellValue(string? Word, Rational? Number, string? Fault, string Columns)
{
    public static CellValue Of(string word, string columns) => new(word, null, null, columns);

    public static CellValue Of(Rational number, string columns) => new(null, number, null, columns);

    public static CellValue Missing(string columns) => new(null, null, null, columns);

    public static CellValue Faulty(string code, string columns) => new(null, null, code, columns);
}
