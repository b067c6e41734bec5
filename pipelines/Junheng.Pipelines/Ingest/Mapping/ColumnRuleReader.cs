using System.Globalization;
using Junheng.Models.Fields;
using Junheng.Models.Numbers;
using Junheng.Pipelines.Formats.Yaml;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>Reads how one field is made.</summary>
/// <param name="operandOf">How this layout writes the place of a value.</param>
internal sealed class ColumnRuleReader(Func<string, Operand> operandOf)
{
    const int MostDigits = 32;

    static readonly Dictionary<string, Expression> Expressions = new(StringComparer.Ordinal)
    {
        ["from"] = Expression.From,
        ["constant"] = Expression.Constant,
        ["sum"] = Expression.Sum,
        ["difference"] = Expression.Difference,
        ["product"] = Expression.Product,
        ["quotient"] = Expression.Quotient,
        ["first_of"] = Expression.FirstOf,
        ["register"] = Expression.Register,
    };

    public Operand OperandOf(string text) => operandOf(text);

    /// <summary>A quantity made from other fields of the same dataset.</summary>
    public static ColumnRule? Computed(YamlMap fields, string name, Dataset dataset)
    {
        if (dataset.Find(name) is not { Kind: FieldKind.Quantity } field)
        {
            fields.Report("MAP-UNKNOWN-FIELD", name, name, ("dataset", dataset.Name), ("known", Quantities(dataset)));
            return null;
        }

        var rule = new ColumnRuleReader(text => new Operand(text, [])).Read(fields, name, field);
        foreach (var operand in rule?.Operands.Where(operand => dataset.Find(operand.Text) is not { Kind: FieldKind.Quantity }) ?? [])
            fields.Report("MAP-UNKNOWN-FIELD", name, operand.Text, ("dataset", dataset.Name), ("known", Quantities(dataset)));
        if (rule is { Expression: Expression.Sum or Expression.Difference or Expression.Product or Expression.Quotient }) return rule;
        if (rule is not null) fields.Report("MAP-ONE-EXPRESSION", name, "", ("known", "sum, difference, product, quotient"));
        return null;
    }

    public ColumnRule? Read(YamlMap fields, string name, Field field)
    {
        var line = fields.PlaceOf(name).Row;
        if (!fields.IsMap(name))
            return new ColumnRule(Expression.From, [operandOf(fields.Text(name) ?? "")], null, FiledUnit.AsIs, "", null, null, [], line);

        var map = fields.Map(name)!;
        var kinds = Expressions.Keys.Where(map.Has).ToList();
        if (kinds.Count != 1)
        {
            fields.Report("MAP-ONE-EXPRESSION", name, string.Join(", ", kinds), ("known", string.Join(", ", Expressions.Keys)));
            return null;
        }

        var expression = Expressions[kinds[0]];
        var constant = expression is Expression.Constant or Expression.Register ? map.Text(kinds[0]) ?? "" : "";
        var operands = constant.Length > 0 || expression is Expression.Constant or Expression.Register ? [] : map.Texts(kinds[0]);
        Check(map, kinds[0], expression, operands, constant, field);
        var rule = new ColumnRule(
            expression, operands.Select(operandOf).ToList(), ValuesOf(map, field), UnitOf(map, field), constant,
            CountOf(map, "digits", field.Kind == FieldKind.Code), CountOf(map, "first", field.Kind is FieldKind.Code or FieldKind.Text or FieldKind.Choice), map.Texts("missing"), line);
        map.Done();
        return rule;
    }

    static string Quantities(Dataset dataset) => string.Join(", ", dataset.Fields.Where(field => field.Kind == FieldKind.Quantity).Select(field => field.Name));

    static void Check(YamlMap map, string key, Expression expression, IReadOnlyList<string> operands, string constant, Field field)
    {
        if (WantedOperands(expression, operands.Count) is { } wanted) map.Report("YAML-BAD-VALUE", key, string.Join(", ", operands), ("wanted", wanted));
        if (expression is Expression.Constant && field.Kind == FieldKind.Quantity && !Rational.TryParse(constant, out _))
            map.Report("YAML-BAD-VALUE", key, constant, ("wanted", "number"));
        if (expression is not (Expression.From or Expression.Constant or Expression.FirstOf or Expression.Register) && field.Kind != FieldKind.Quantity)
            map.Report("MAP-NOT-A-QUANTITY", key, field.Name);
        if (expression is Expression.Register && field.Kind is not (FieldKind.Choice or FieldKind.Text or FieldKind.Code))
            map.Report("YAML-BAD-VALUE", key, constant, ("wanted", "text, code, choice"));
    }

    // Null when an expression of that kind takes that many.
    static string? WantedOperands(Expression expression, int count) => expression switch
    {
        Expression.From when count != 1 => "a",
        Expression.Quotient when count != 2 => "[a, b]",
        Expression.Sum or Expression.Difference or Expression.Product or Expression.FirstOf when count == 0 => "[a, b, …]",
        _ => null,
    };

    static int? CountOf(YamlMap map, string key, bool fits)
    {
        if (map.WholeOrNull(key) is not { } count) return null;
        if (fits && count is >= 1 and <= MostDigits) return count;
        map.Report("YAML-BAD-VALUE", key, count.ToString(CultureInfo.InvariantCulture), ("wanted", fits ? "1 … 32" : "code"));
        return null;
    }

    static Dictionary<string, string>? ValuesOf(YamlMap map, Field field)
    {
        if (map.MapOrNull("values") is not { } values) return null;
        var words = values.Keys.ToDictionary(word => word, word => values.TextOr(word, ""), StringComparer.Ordinal);
        if (field.Choices is not { Count: > 0 } choices) return words;
        foreach (var (word, ours) in words.Where(pair => !choices.Contains(pair.Value, StringComparer.Ordinal)))
            values.Report("YAML-BAD-VALUE", word, ours, ("wanted", string.Join(", ", choices)));
        return words;
    }

    static FiledUnit UnitOf(YamlMap map, Field field)
    {
        var name = map.TextOr("unit", "");
        if (name.Length == 0 || name == field.Unit) return FiledUnit.AsIs;
        var units = FiledUnit.All.Where(unit => unit.Ours == field.Unit).ToList();
        if (units.Find(unit => unit.Name == name) is { } found) return found;
        map.Report("YAML-BAD-VALUE", "unit", name, ("wanted", string.Join(", ", units.Select(unit => unit.Name).DefaultIfEmpty(field.Unit))));
        return FiledUnit.AsIs;
    }
}
