using Junheng.Models.Numbers;
using Junheng.Pipelines.Ingest.Mapping;
using Junheng.Pipelines.Publishing.Explaining.Sources;
using Junheng.Pipelines.Publishing.Explaining.Words;

namespace Junheng.Pipelines.Publishing.Explaining.Flips;

/// <summary>
/// The least whole change of one quantity of one school that takes a coefficient over its limit or back. With N = ΣP, S = ΣX, Q = Σ X²/P and a change d of X_i the
/// coefficient is within the limit L exactly when N(Q + (2·X_i·d + d²)/P_i) &lt;= (1 + L²)(S + d)²: a quadratic in d.
/// </summary>
public sealed class CoefficientFlips
{
    const int Tried = 6;

    readonly IReadOnlyList<StageQuantity> members;
    readonly Rational limit;
    readonly Rational n;
    readonly Rational s;
    readonly Rational q;
    readonly bool within;

    CoefficientFlips(IReadOnlyList<StageQuantity> members, Rational limit)
    {
        this.members = members;
        this.limit = limit;
        n = Sum(members, member => member.P);
        s = Sum(members, member => member.X);
        q = Sum(members, member => member.X * member.X / member.P);
        within = IsWithin(CoefficientOfVariation.Squared(members.Select(member => member.Share)));
    }

    /// <returns>The least increase and the least decrease; either may not exist.</returns>
    public static IReadOnlyList<Flip> Of(IReadOnlyList<StageQuantity> members, Rational limit)
    {
        if (members.Count < 2) return [];
        var flips = new CoefficientFlips(members, limit);
        return [.. new[] { 1, -1 }.Select(flips.Least).OfType<Flip>()];
    }

    Flip? Least(int direction) => members
        .SelectMany(member => Roots(member).Where(root => Math.Sign(root) == direction || Math.Abs(root) < 1).Select(root => (member, root)))
        .OrderBy(pair => Math.Abs(pair.root)).ThenBy(pair => pair.member.School, StringComparer.Ordinal)
        .Take(Tried)
        .Select(pair => Exact(pair.member, pair.root, direction))
        .OfType<Flip>()
        .OrderBy(flip => flip.Change * direction).ThenBy(flip => flip.School, StringComparer.Ordinal)
        .FirstOrDefault();

    // In changes of the whole school's quantity; doubles only say where to look.
    IEnumerable<double> Roots(StageQuantity member)
    {
        if (TermOf(member) is null) return [];
        var bound = Number.Double(1 + (limit * limit));
        var (p, x, all, total) = (Number.Double(member.P), Number.Double(member.X), Number.Double(n), Number.Double(s));
        var a = (all / p) - bound;
        var b = 2 * ((all * x / p) - (bound * total));
        var c = (all * Number.Double(q)) - (bound * total * total);
        var root = (b * b) - (4 * a * c);
        if (a == 0 || root < 0) return [];
        var part = Number.Double(member.Part);
        return [(-b + Math.Sqrt(root)) / (2 * a) / part, (-b - Math.Sqrt(root)) / (2 * a) / part];
    }

    Flip? Exact(StageQuantity member, double root, int direction)
    {
        if (Math.Abs(root) > 1e15) return null;
        var near = (long)Math.Truncate(root);
        foreach (var step in Enumerable.Range(-1, 4).Select(offset => near + (offset * direction)).Where(step => Math.Sign(step) == direction))
        {
            Rational change = new(step, 1);
            if (Try(member, change) is { } flip) return flip;
        }

        return null;
    }

    // Computed anew from all schools, so that what is suggested is what the judge will say.
    Flip? Try(StageQuantity member, Rational change)
    {
        var term = TermOf(member)!;
        if (term.Filed.Amount!.Value + change < 0 || member.R + change < 0) return null;
        var shares = members.Select(other => other == member ? new SchoolShare(other.P, other.X + (change * other.Part)) : other.Share).ToList();
        if (Sum(shares, share => share.Amount).Sign == 0) return null;
        var squared = CoefficientOfVariation.Squared(shares);
        if (IsWithin(squared) == within) return null;
        return new Flip(member.School, member.Name, term.Filed, change, "limit", limit, Side(within), Side(!within), Math.Sqrt(Number.Double(squared)));
    }

    // An added quantity that stands in one cell, the largest: it has room both ways.
    static SourceQuantity? TermOf(StageQuantity member) => member.Terms
        .Where(term => term.Sign > 0 && term.Filed.Amount is { })
        .OrderBy(term => term.Filed.Expression == Expression.From ? 0 : 1)
        .ThenByDescending(term => term.Filed.Amount!.Value)
        .ThenBy(term => term.Filed.Field, StringComparer.Ordinal)
        .FirstOrDefault();

    bool IsWithin(Rational squared) => squared <= limit * limit;

    static string Side(bool within) => within ? "met" : "not_met";

    static Rational Sum<T>(IEnumerable<T> items, Func<T, Rational> of) => items.Aggregate((Rational)0, (sum, item) => sum + of(item));
}
