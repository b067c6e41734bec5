using Junheng.Models.Numbers;
using Junheng.Pipelines.Publishing.Explaining.Flips;
using Junheng.Pipelines.Publishing.Explaining.Questions;
using Junheng.Pipelines.Publishing.Explaining.Sources;

namespace Junheng.Pipelines.Publishing.Explaining;

/// <summary>Why a number is what it is. Data in no language: <see cref="Words.ExplanationText"/> and <see cref="Words.ExplanationJson"/> say it.</summary>
/// <param name="Constants">What the rules say and no school filed: thresholds, limits, weights, multiples.</param>
/// <param name="Sources">Every quantity the number comes from, with its cells: enough to compute it by hand.</param>
/// <param name="Further">Arguments of further explain commands.</param>
public sealed record Explanation(
    Question Question,
    Statement Title,
    IReadOnlyList<Section> Sections,
    IReadOnlyDictionary<string, Rational> Constants,
    IReadOnlyList<SourceQuantity> Sources,
    IReadOnlyList<Flip> Flips,
    IReadOnlyList<string> Further);

/// <summary>A titled part of an explanation; its title's text is <c>explain.section.{Name}</c>.</summary>
public sealed record Section(string Name, IReadOnlyList<Block> Blocks);

/// <summary>A sentence or a table.</summary>
public abstract record Block;

/// <summary>A sentence: the key of its text, and what stands in its placeholders.</summary>
public sealed record Statement(string Key, params IReadOnlyList<(string Name, object? Value)> Facts) : Block;

/// <summary>A small table. All its rows are data; a terminal shows the first <paramref name="Most"/> and then says <paramref name="Rest"/>.</summary>
/// <param name="Columns">Their headers' texts are <c>explain.column.{column}</c>.</param>
public sealed record Grid(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows, int Most = int.MaxValue, Statement? Rest = null) : Block
{
    public bool Cuts => Rows.Count > Most;
}
