namespace Junheng.Pipelines.Publishing.Figures;

[Flags]
public enum FigureFormats
{
    None = 0,
    Svg = 1,
    Png = 2,
    Pdf = 4,

    /// <summary>The rows it is drawn from. Needs no worker.</summary>
    Csv = 8,
    All = Svg | Png | Pdf | Csv,
}
