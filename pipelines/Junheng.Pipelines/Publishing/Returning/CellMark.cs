using Junheng.Models.Findings;

namespace Junheng.Pipelines.Publishing.Returning;

/// <summary>What is wrong with one cell.</summary>
/// <param name="Severity">The worst of it.</param>
/// <param name="Findings">What its note says; none when only its row is at fault.</param>
sealed record CellMark(Severity Severity, IReadOnlyList<Finding> Findings);
