using Junheng.Models.Numbers;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>What one field of one record came to: a word, an exact number, nothing filed, or a fault that a finding tells of.</summary>
/// <param name="Fault">Code of the finding that tells what is wrong with it; null when nothing is.</param>
internal readonly record struct CellValue(string? Word, Rational? Number, string? Fault, FiledCells Cells)
{
    public static CellValue Of(string word, FiledCells cells) => new(word, null, null, cells);

    public static CellValue Of(Rational number, FiledCells cells) => new(null, number, null, cells);

    public static CellValue Missing(FiledCells cells) => new(null, null, null, cells);

    public static CellValue Faulty(string code, FiledCells cells) => new(null, null, code, cells);
}
