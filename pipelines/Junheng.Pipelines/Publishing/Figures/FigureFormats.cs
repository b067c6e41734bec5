namespace Junheng.Pipelines.Publishing.Figures;

[Flags]
public enum FigureFormats
{
    None = 0,
    Svg = 1,
    Png = 2,
}
