using Junheng.Models.Fields;
using Junheng.Models.Findings;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>Quantities a map makes from others of the same record, once all parts of it are joined. What is filed itself is not computed.</summary>
internal sealed class ComputedQuantities(IReadOnlyDictionary<string, IReadOnlyDictionary<string, ColumnRule>> rules, FindingList findings)
{
    public void AddTo(MappedRow row)
    {
        if (!rules.TryGetValue(row.Dataset.Name, out var computed)) return;
        foreach (var (name, rule) in computed)
        {
            if (row.Find(name) is not null || row.Disputed.Contains(name)) continue;
            var operands = rule.Operands.Select(operand => row.Find(operand.Text)).ToList();
            if (operands.OfType<FiledAmount>().ToList() is { } there && there.Count == operands.Count) Add(row, row.Dataset.Find(name)!, rule, there);
        }
    }

    void Add(MappedRow row, Field field, ColumnRule rule, List<FiledAmount> operands)
    {
        if (Calculation.Of(rule.Expression, operands.Select(operand => operand.Amount).ToList()) is not { } amount)
        {
            findings.Add(Finding.Warning("CELL-ZERO-DIVISOR", operands[1].Cells.Place, operands[1].Amount.ToString()));
            return;
        }

        if (Calculation.Fault(field, amount) is { } code)
            findings.Add(Finding.Error(code, operands[0].Cells.Place, amount.ToString(), Calculation.FactsOf(field)));
        else
            row.Quantities.Add(new FiledAmount(field, amount, operands.Skip(1).Aggregate(operands[0].Cells, (cells, next) => cells.With(next.Cells)), operands[0].From, null, operands[0].Standing));
    }
}
