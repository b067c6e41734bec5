using Junheng.Models.Applications;
using Junheng.Models.Numbers;
using Junheng.Pipelines.Ingest.Mapping;

namespace Junheng.Pipelines.Publishing.Reviewing;

/// <summary>The unit a blank is declared in.</summary>
static class FormUnit
{
    /// <summary>What one of the form's unit is in ours: 万元 is 10 000 元. A percentage is one in both.</summary>
    public static Rational FactorOf(AskedFigure asked) => FiledUnit.Find(asked.Unit) is { Name: not FiledUnit.Percent } unit ? unit.Factor : 1;
}
