using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Office2019.Drawing.SVG;
using DocumentFormat.OpenXml.Packaging;
using D = DocumentFormat.OpenXml.Drawing;
using DP = DocumentFormat.OpenXml.Drawing.Pictures;
using W = DocumentFormat.OpenXml.Wordprocessing;
using WP = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Junheng.Pipelines.Publishing.Documents.Word;

/// <summary>Figures in a Word document: 300 dpi pixels for every program, and the SVG beside them for those that draw it.</summary>
/// <param name="across">The type area across, in twentieths of a point.</param>
sealed class WordPictures(MainDocumentPart main, int across)
{
    /// <summary>With room for a caption, 205 mm of the type area, in EMU.</summary>
    const long Highest = 7_380_000;

    /// <summary>A twentieth of a point is 635 EMU.</summary>
    readonly long widest = across * 635L;

    uint count;

    public W.Drawing Drawing(DrawnFigure figure, string name)
    {
        count++;
        var (png, svg) = (Id("png"), Id("svg"));
        using (var pixels = new MemoryStream(figure.Png)) main.AddNewPart<ImagePart>("image/png", png).FeedData(pixels);
        using (var vector = new MemoryStream(Encoding.UTF8.GetBytes(figure.Svg))) main.AddNewPart<ImagePart>("image/svg+xml", svg).FeedData(vector);

        var (width, height) = SizeOf(figure.Png);
        var blip = new D.Blip(new D.BlipExtensionList(new D.BlipExtension(new SVGBlip { Embed = svg }) { Uri = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}" })) { Embed = png };
        return new W.Drawing(new WP.Inline(
            new WP.Extent { Cx = width, Cy = height },
            new WP.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
            new WP.DocProperties { Id = count, Name = name, Description = figure.Alt },
            new WP.NonVisualGraphicFrameDrawingProperties(new D.GraphicFrameLocks { NoChangeAspect = true }),
            new D.Graphic(new D.GraphicData(new DP.Picture(
                new DP.NonVisualPictureProperties(new DP.NonVisualDrawingProperties { Id = count, Name = name, Description = figure.Alt }, new DP.NonVisualPictureDrawingProperties()),
                new DP.BlipFill(blip, new D.Stretch(new D.FillRectangle())),
                new DP.ShapeProperties(
                    new D.Transform2D(new D.Offset { X = 0, Y = 0 }, new D.Extents { Cx = width, Cy = height }),
                    new D.PresetGeometry(new D.AdjustValueList()) { Preset = D.ShapeTypeValues.Rectangle })))
            { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 });
    }

    string Id(string kind) => string.Create(CultureInfo.InvariantCulture, $"{kind}{count}");

    (long Width, long Height) SizeOf(byte[] png)
    {
        var (across, down) = (BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(20)));
        var height = widest * down / across;
        return height <= Highest ? (widest, height) : (Highest * across / down, Highest);
    }
}
