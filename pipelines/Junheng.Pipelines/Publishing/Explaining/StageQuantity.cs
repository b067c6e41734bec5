using Junheng.Models.Numbers;
using Junheng.Pipelines.Publishing.Explaining.Sources;

namespace Junheng.Pipelines.Publishing.Explaining;

/// <summary>One school-stage's part in an indicator, exact: its pupils P, the quantity R, and how R is divided (w, W).</summary>
/// <param name="Terms">The quantities R is made of.</param>
/// <param name="Sharing">Pupils of every stage that shares the premises with their weights, this stage's too; empty where nothing is divided.</param>
public sealed record StageQuantity(
    string School,
    string Name,
    string Reason,
    RuleOfIndicator Rule,
    SourceQuantity Pupils,
    IReadOnlyList<SourceQuantity> Terms,
    IReadOnlyList<SourceQuantity> Sharing,
    Rational Weight)
{
    public bool Computable => (Reason is "" or "threshold_unknown") && P.Sign > 0 && W.Sign > 0;

    public bool Divided => Sharing.Count > 1;

    public Rational P => Pupils.Filed.Amount ?? 0;

    public Rational R => Terms.Aggregate((Rational)0, (sum, term) => sum + ((term.Filed.Amount ?? 0) * term.Sign));

    public Rational W => Sharing.Count == 0 ? P : Sharing.Aggregate((Rational)0, (sum, stage) => sum + (stage.Weight * (stage.Filed.Amount ?? 0)));

    /// <summary>The part of R that counts for this stage: w·P·R/W.</summary>
    public Rational X => Part * R;

    /// <summary>What one unit more of R adds to X: w·P/W.</summary>
    public Rational Part => Weight * P / W;

    /// <summary>times·w·R/W.</summary>
    public Rational Value => Weight * R * Rule.Times / W;

    public IEnumerable<SourceQuantity> Sources => [Pupils, .. Sharing.Where(stage => stage.Role == SourceRole.Sharing), .. Terms];

    public SchoolShare Share => new(P, X);
}
