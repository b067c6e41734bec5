using System.Globalization;

namespace Junheng.Pipelines.Tests.Publishing.Figures;

/// <summary>
/// How colours look to those who see fewer of them: the matrices of Machado, Oliveira and Fernandes, A Physiologically-based Model for Simulation of Color Vision Deficiency
/// (IEEE TVCG 15/6, 2009), at severity 1, on linear RGB; and in grey print.
/// </summary>
static class Vision
{
    public static IReadOnlyDictionary<string, Func<string, double[]>> All { get; } = new Dictionary<string, Func<string, double[]>>(StringComparer.Ordinal)
    {
        ["full"] = Linear,
        ["protan"] = colour => Through(colour, [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
        ["deutan"] = colour => Through(colour, [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]),
        ["tritan"] = colour => Through(colour, [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]),
        ["grey"] = colour => Through(colour, [[0.2126, 0.7152, 0.0722], [0.2126, 0.7152, 0.0722], [0.2126, 0.7152, 0.0722]]),
    };

    /// <summary>L* of CIE 1976.</summary>
    public static double Lightness(double[] linear)
    {
        var y = Luminance(linear);
        return y > 0.008856 ? (116 * Math.Cbrt(y)) - 16 : 903.3 * y;
    }

    /// <summary>As WCAG 2 has it.</summary>
    public static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(Linear(one)), Luminance(Linear(other)));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    static double Luminance(double[] linear) => (0.2126 * linear[0]) + (0.7152 * linear[1]) + (0.0722 * linear[2]);

    static double[] Through(string colour, double[][] matrix)
    {
        var linear = Linear(colour);
        return [.. matrix.Select(row => Math.Clamp((row[0] * linear[0]) + (row[1] * linear[1]) + (row[2] * linear[2]), 0, 1))];
    }

    static double[] Linear(string colour) =>
        [.. new[] { 1, 3, 5 }.Select(at => int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0).Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4))];
}
