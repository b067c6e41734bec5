using Junheng.Models.Numbers;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>What one field of one row came to: a word, an exact number, nothing filed, or a fault that a finding tells of.</summary>
internal readonly record struct CellValue(string? Word, Rational? Number, bool Faulty, string Columns)
{
    public static CellValue Of(string word, string columns) => new(word, null, false, columns);

    public static CellValue Of(Rational number, string columns) => new(null, number, false, columns);

    public static CellValue Missing(string columns) => new(null, null, false, columns);

    public static CellValue Fault(string columns) => new(null, null, true, columns);
}
