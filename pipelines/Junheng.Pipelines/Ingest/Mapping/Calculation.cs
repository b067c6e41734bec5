using Junheng.Models.Fields;
using Junheng.Models.Numbers;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>The arithmetic of a map, exact, and what a field allows of its result.</summary>
internal static class Calculation
{
    /// <summary>Null only for a division by zero.</summary>
    public static Rational? Of(Expression expression, IReadOnlyList<Rational> numbers) => expression switch
    {
        Expression.Sum => numbers.Aggregate((sum, next) => sum + next),
        Expression.Difference => numbers.Aggregate((rest, next) => rest - next),
        Expression.Product => numbers.Aggregate((product, next) => product * next),
        Expression.Quotient => numbers[1].Sign == 0 ? null : numbers[0] / numbers[1],
        _ => numbers[0],
    };

    /// <summary>Code of the finding for a number its field cannot have; null when it can.</summary>
    public static string? Fault(Field field, Rational number)
    {
        if (field.Whole && !number.Denominator.IsOne) return "CELL-NOT-WHOLE";
        return number < field.Least!.Value || number > field.Most!.Value ? "CELL-OUT-OF-RANGE" : null;
    }

    public static (string Name, string Text)[] FactsOf(Field field) =>
        [("field", field.Name), ("least", field.Least!.Value.ToString()), ("most", field.Most!.Value.ToString()), ("unit", field.Unit)];
}
