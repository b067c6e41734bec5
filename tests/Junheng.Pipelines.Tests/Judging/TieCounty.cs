using Junheng.Models.Numbers;

namespace Junheng.Pipelines.Tests.Judging;

/// <summary>
/// Two schools whose coefficient is exactly a limit, found in integers. With pupils u²s and v²s the weights are u²/(u²+v²) and v²/(u²+v²), so their geometric mean
/// uv/(u²+v²) is rational, and CV = uv|x₁−x₂|/(u²x₁+v²x₂) = n/d has the solution x₁ : x₂ = v(nv+du) : u(dv−nu). With u = v = 1 that is d+n : d−n (3 : 1 for 0.5).
/// </summary>
/// <param name="Limit">The coefficient, n/d.</param>
/// <param name="U">Root of the richer school's pupils over s; d·v must exceed n·u.</param>
/// <param name="V">Root of the poorer school's pupils over s.</param>
/// <param name="Size">s, a multiple of the pupils that U² and V² count.</param>
/// <param name="Scale">What the ratios above are multiplied with.</param>
sealed record TieCounty(string Code, int Year, string Stage, (int N, int D) Limit, int U, int V, int Size, int Scale, bool Combined)
{
    /// <summary>The two schools, the richer with <paramref name="nudge"/> more. CV of two schools grows with x₁/x₂ for x₁ > x₂, so that raises it.</summary>
    public IEnumerable<FiledSchool> Schools(Rational nudge)
    {
        var (n, d) = Limit;
        yield return School("a", U * U * Size, Scale * V * ((n * V) + (d * U)), nudge);
        yield return School("b", V * V * Size, Scale * U * ((d * V) - (n * U)), 0);
    }

    FiledSchool School(string name, int pupils, int value, Rational nudge)
    {
        var school = new FiledSchool(Code, Code + name, Combined ? "nine_year_school" : Stage + "_school", Year);
        if (!Combined) return school.Stage(Stage, pupils).Has(("books", ((Rational)value * pupils) + nudge));

        // The other stage weighs a whole number of this stage's pupils: 1.1 J = 11 j for J = 10 j, and P/1.1 = 10 p for P = 11 p. Then R = value · W is a whole number too.
        var (other, otherPupils, weighted) = Stage == "primary" ? ("junior", 10 * Size, 11 * Size) : ("primary", 11 * Size, 10 * Size);
        return school.Stage(Stage, pupils).Stage(other, otherPupils).Has(("books", ((Rational)value * (pupils + weighted)) + nudge));
    }
}
