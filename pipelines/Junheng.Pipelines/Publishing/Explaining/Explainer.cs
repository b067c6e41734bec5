using Junheng.Pipelines.Publishing.Explaining.Evidence;
using Junheng.Pipelines.Publishing.Explaining.Questions;
using Junheng.Pipelines.Publishing.Explaining.Sources;
using Junheng.Pipelines.Publishing.Explaining.Words;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Explaining;

/// <summary>Answers «why is this number what it is?» from one snapshot, and from the raw cells beside it for what was typed.</summary>
public sealed class Explainer
{
    readonly QuestionReader questions;
    readonly Dictionary<string, Func<Question, Explanation>> kinds;
    readonly VintageSection vintages;

    /// <param name="texts">False where the addresses of cells are wanted and not what stands in them.</param>
    public Explainer(SnapshotReader reader, CancellationToken cancellation, bool texts = true)
    {
        vintages = new VintageSection(reader, cancellation);
        questions = new QuestionReader(reader, cancellation);
        var map = SnapshotMap.Of(reader.Snapshot);
        var cells = new FiledCells(reader, cancellation, texts);
        var fieldCells = new FieldCells(reader, cells, cancellation);
        var filed = new FiledQuantities(reader, map, cells, fieldCells, cancellation);
        var evidence = new EvidenceRows(reader, filed, new FiledRows(map, cells, fieldCells), cancellation);
        var rules = new RuleSources(reader, filed, evidence, cancellation);
        Quantities = new StageQuantities(reader, filed, cancellation);
        kinds = new(StringComparer.Ordinal)
        {
            ["coefficient"] = new CoefficientExplanation(reader, Quantities, cancellation).Of,
            ["indicator"] = new IndicatorExplanation(reader, Quantities, cancellation).Of,
            ["school"] = new SchoolExplanation(reader, Quantities, cancellation).Of,
            ["county"] = new CountyExplanation(reader, cancellation).Of,
            ["verdict"] = new VerdictExplanation(reader, cancellation).Of,
            ["county_indicator"] = new CountyIndicatorExplanation(reader, rules, cancellation).Of,
            ["row"] = new RowExplanation(reader, new RowSources(reader, filed, Quantities, rules, evidence, cancellation), cells, cancellation).Of,
        };
    }

    /// <summary>Those of whole counties, for who asks about many schools.</summary>
    internal StageQuantities Quantities { get; }

    /// <param name="what">A table, or <c>coefficient</c>, <c>indicator</c>, <c>school</c>, <c>county</c>.</param>
    /// <param name="words">Values of the grain, then perhaps a column.</param>
    /// <returns>The explanation, or why there is none.</returns>
    public (Explanation? Explanation, Statement? Refusal) Explain(string what, IReadOnlyList<string> words)
    {
        var (question, refusal) = questions.Read(what, words);
        return question is null ? (null, refusal) : (vintages.AddTo(kinds[question.Kind](question)), null);
    }
}
