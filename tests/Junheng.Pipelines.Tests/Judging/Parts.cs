using Junheng.Models.Numbers;

namespace Junheng.Pipelines.Tests.Judging;

/// <summary>A part of a quantity as a plain number, for comparison with what is printed.</summary>
static class Parts
{
    public static double Number(Rational? exact) => (double)exact!.Value.Numerator / (double)exact.Value.Denominator;
}
