using System.Globalization;
using Junheng.Models.Numbers;
using Junheng.Pipelines.Publishing.Explaining.Evidence;
using Junheng.Pipelines.Publishing.Explaining.Sources;
using Junheng.Pipelines.Publishing.Explaining.Words;

namespace Junheng.Pipelines.Publishing.Explaining.Flips;

/// <summary>What would take a county's indicator over its line, of what lies within 5 % of it. Where many are judged one by one, a change takes that one over.</summary>
public static class CountyFlips
{
    static readonly Rational Near = new(1, 20);

    // Rates are filed with three places.
    static readonly Rational Step = new(1, 1000);

    /// <summary>None for what cannot be told: a verdict that is unknown for another reason stays so whatever one cell says.</summary>
    /// <param name="verdict">Of the indicator or the part.</param>
    /// <param name="nameOf">The name of a school or the county by its code.</param>
    public static IReadOnlyList<Flip> Of(CountyRule rule, string verdict, IReadOnlyList<SourceQuantity> sources, IReadOnlyList<Judged> units, Func<string, string> nameOf)
    {
        var open = units.Where(unit => unit.Text("verdict") == "unknown").SelectMany(unit => new[] { unit.Text("school_code"), unit.Text("unit_code") }).ToHashSet(StringComparer.Ordinal);
        return [.. Any(rule, sources, units, nameOf).Where(flip => rule.OfUnits ? !open.Contains(flip.School) && !open.Contains(flip.Filed.Item) : flip.Before == verdict)];
    }

    static IReadOnlyList<Flip> Any(CountyRule rule, IReadOnlyList<SourceQuantity> sources, IReadOnlyList<Judged> units, Func<string, string> nameOf)
    {
        if (rule.Tested is not { } threshold || threshold.Sign <= 0) return [];
        return rule.Kind switch
        {
            _ when rule.AsksForAll => [],
            "ratio.county" or "ratio.budget_unit" when rule.Comparison != "at_least" => [],
            "ratio.county" or "survey" => OfRatio(Ratio.Of(Judging(sources), rule.Times, threshold), rule.Share, nameOf),
            "ratio.budget_unit" => [.. Judging(sources).GroupBy(source => source.Filed.Item).SelectMany(unit => OfRatio(Ratio.Of([.. unit], rule.Times, threshold), rule.Share, nameOf))],
            "funded_as" => [.. units.DistinctBy(unit => unit.Text("unit_code")).SelectMany(unit => OfFunds(unit, sources, nameOf))],
            "count_over.class" => [.. sources.Where(source => source is { Role: SourceRole.Counted, Filed.Field: "class_pupils" }).SelectMany(source => OfCap(source, source.Filed.Amount, threshold, nameOf))],
            "count_over.school" => [.. units.SelectMany(unit => OfSchool(unit, sources, nameOf))],
            "enough_rooms" => [.. units.SelectMany(unit => OfRooms(unit, sources, threshold, nameOf))],
            "external" => [.. sources.SelectMany(source => OfFound(rule, source, threshold, nameOf))],
            _ => [],
        };
    }

    static List<SourceQuantity> Judging(IEnumerable<SourceQuantity> sources) => [.. sources.Where(source => source.Role is SourceRole.Numerator or SourceRole.Denominator)];

    static IReadOnlyList<Flip> OfRatio(Ratio? ratio, bool share, Func<string, string> nameOf) =>
        ratio is not null && IsNear(ratio.Times * ratio.Above / ratio.Below, ratio.Threshold) ? [.. RatioFlips.Of(ratio with { Share = share }, nameOf)] : [];

    // What is wanted is reckoned from quotas and pupils; only the money is changed.
    static IReadOnlyList<Flip> OfFunds(Judged unit, IReadOnlyList<SourceQuantity> sources, Func<string, string> nameOf)
    {
        var money = sources.Where(source => source.Role == SourceRole.Numerator && source.Filed.Item == unit.Text("unit_code")).ToList();
        return money.Exists(source => source.Filed.Amount is null) || unit["denominator"] is not decimal wanted || wanted <= 0
            ? []
            : OfRatio(new Ratio(money, Ratio.Sum(money, SourceRole.Numerator), Rational.Parse(wanted.ToString(CultureInfo.InvariantCulture)), 1, 1), share: false, nameOf);
    }

    static IEnumerable<Flip> OfSchool(Judged unit, IReadOnlyList<SourceQuantity> sources, Func<string, string> nameOf)
    {
        var pupils = sources.Where(source => source.School == unit.Text("school_code")).ToList();
        if (pupils.Count == 0 || pupils.Exists(source => source.Filed.Amount is null) || unit.Exact("threshold_text") is not { } cap) return [];
        return OfCap(pupils.MaxBy(source => source.Filed.Amount)!, pupils.Aggregate((Rational)0, (sum, source) => sum + source.Filed.Amount!.Value), cap, nameOf);
    }

    static IEnumerable<Flip> OfCap(SourceQuantity source, Rational? size, Rational cap, Func<string, string> nameOf)
    {
        if (size is not { } have || !IsNear(have, cap)) return [];
        var whole = WholeNumbers.Floor(cap);
        var over = have > cap;
        var change = over ? whole - have : whole + 1 - have;
        return [Make(source, change, cap, !over, Number.Double(have + change), nameOf) with { LessIsAsked = true }];
    }

    // One room more where one is lacking, one fewer where there is none to spare.
    static IEnumerable<Flip> OfRooms(Judged unit, IReadOnlyList<SourceQuantity> sources, Rational area, Func<string, string> nameOf)
    {
        if (unit.Real("value") is not { } have || unit["denominator"] is not decimal need) return [];
        var spare = (decimal)have - need;
        if (spare is not (0 or -1)) return [];
        return sources
            .Where(source => source.Role == SourceRole.Counted && source.School == unit.Text("school_code") && source.Filed.Amount is { } there && IsNear(there, area) && (spare == 0) == (there >= area))
            .Select(source =>
            {
                var change = WholeNumbers.Ceiling(area - source.Filed.Amount!.Value) - (spare == 0 ? 1 : 0);
                return Make(source, change, area, spare == 0, Number.Double(source.Filed.Amount!.Value + change), nameOf);
            })
            .OrderBy(flip => Math.Abs(Number.Double(flip.Change)))
            .Take(1);
    }

    static IEnumerable<Flip> OfFound(CountyRule rule, SourceQuantity source, Rational threshold, Func<string, string> nameOf)
    {
        if (source.Filed.Amount is not { } found || !IsNear(found, threshold)) return [];
        var step = source.Filed.Whole ? 1 : Step;
        var (met, change) = rule.Comparison == "below"
            ? (found < threshold, found < threshold ? threshold - found : threshold - step - found)
            : (found >= threshold, found >= threshold ? threshold - step - found : threshold - found);
        return [Make(source, change, threshold, met, Number.Double(found + change), nameOf) with { LessIsAsked = rule.Comparison == "below" }];
    }

    static Flip Make(SourceQuantity source, Rational change, Rational line, bool met, double after, Func<string, string> nameOf) =>
        new(source.School, $"{nameOf(source.School)} {source.Filed.Item}".TrimEnd(), source.Filed, change, "threshold", line, met ? "met" : "not_met", met ? "not_met" : "met", after);

    static bool IsNear(Rational value, Rational line) => value >= line * (1 - Near) && value <= line * (1 + Near);
}
