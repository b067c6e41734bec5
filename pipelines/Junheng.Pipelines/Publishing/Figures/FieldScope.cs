using System.Collections.Immutable;

namespace Junheng.Pipelines.Publishing.Figures;

/// <summary>The fields there are at one place of a spec.</summary>
/// <param name="Open">True once a transform makes fields out of values, as pivot does: then nobody can say which there are.</param>
sealed record FieldScope(ImmutableHashSet<string> Names, bool Open)
{
    public static FieldScope Of(IEnumerable<string> names) => new(names.ToImmutableHashSet(StringComparer.Ordinal), Open: false);

    public FieldScope With(IEnumerable<string> names) => this with { Names = Names.Union(names) };

    /// <summary>`a.b` and `a[0]` reach into a, unless the column is called just so; `a\.b` is a column with a dot in its name.</summary>
    public bool Knows(string field)
    {
        if (Open || Names.Contains(field))
            return true;
        var plain = field.Replace("\\", "", StringComparison.Ordinal);
        return Names.Contains(plain) || Names.Contains(field.Split('.', '[')[0]);
    }
}
