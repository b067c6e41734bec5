using Junheng.Models.Numbers;
using Junheng.Pipelines.Publishing.Explaining;
using Junheng.Pipelines.Publishing.Explaining.Sources;

namespace Junheng.Pipelines.Tests.Publishing.Explaining;

/// <summary>
/// Computes a number as a person with the files and an explanation would: the cells it names, the unit factors and rule constants it states, the textbook's formula.
/// </summary>
sealed class ByHand(Explanation explanation, OriginalFiles files)
{
    readonly CellsByHand cells = new(files);

    public double? Of(string column) => explanation.Question.Kind switch
    {
        "coefficient" => Coefficient(column),
        "indicator" => Indicator(column),
        "county_indicator" => Ratio(column),
        "row" => Influence(column),
        _ => Counts(column),
    };

    double? Coefficient(string column)
    {
        var schools = Parts(explanation.Sources).ToList();
        var counted = schools.Where(school => school.R is not null && school.W > 0).ToList();
        var times = Constant("times");
        double n = counted.Sum(school => school.P!.Value), s = counted.Sum(school => school.X);
        var mean = s / n;
        double Weighted(Func<double, double, double> term) => counted.Sum(school => term(school.P!.Value / n, school.X / school.P!.Value / mean));
        var plain = counted.Count == 0 ? 0 : counted.Average(school => school.X / school.P!.Value);
        var cv = Math.Sqrt(Weighted((p, r) => p * (r - 1) * (r - 1)));
        return column switch
        {
            "schools" => counted.Count,
            "registered" => schools.Count,
            _ when counted.Count == 0 => null,
            "pupils" => n,
            "total" => s,
            "mean" => times * mean,
            _ when s == 0 => null,
            "cv" => cv,
            "sd" => cv * times * mean,
            "cv_unweighted" => Math.Sqrt(counted.Average(school => Math.Pow((school.X / school.P!.Value / plain) - 1, 2))),
            "theil" => Weighted((p, r) => r > 0 ? p * r * Math.Log(r) : 0),
            // The definition, not the one-pass form of the model.
            "gini" => counted.Sum(one => counted.Sum(other => one.P!.Value / n * (other.P!.Value / n) * Math.Abs((one.X / one.P!.Value) - (other.X / other.P!.Value)))) / (2 * mean),
            _ => throw new ArgumentOutOfRangeException(nameof(column), column, "no formula"),
        };
    }

    double? Indicator(string column)
    {
        var school = Parts(explanation.Sources).Single();
        if (column == "denominator") return school.P;
        if (column == "weighted_pupils") return school.W > 0 ? school.W : null;
        if (school.R is not { } r || !(school.W > 0)) return null;
        return column switch
        {
            "value" => Constant("times") * school.Weight * r / school.W,
            "numerator" => school.X,
            "whole_quantity" => r,
            _ => throw new ArgumentOutOfRangeException(nameof(column), column, "no formula"),
        };
    }

    double? Ratio(string column)
    {
        double? Sum(SourceRole role) => explanation.Sources.Where(source => source.Role == role).Aggregate((double?)0, (sum, source) => sum + (source.Sign * Amount(source.Filed)));
        var (above, below) = (Sum(SourceRole.Numerator), Sum(SourceRole.Denominator));
        return column switch { "numerator" => above, "denominator" => below, _ => below > 0 ? Constant("times") * above / below : null };
    }

    // By the derivative of CV² = N·Σ(X²/P)/S² − 1, and not as the model writes it.
    double? Influence(string column)
    {
        var schools = Parts(explanation.Sources).ToList();
        var self = schools[0];
        double n = schools.Sum(school => school.P!.Value), s = schools.Sum(school => school.X), squares = schools.Sum(school => school.X * school.X / school.P!.Value);
        var cv = Math.Sqrt(schools.Sum(school => school.P!.Value / n * Math.Pow((school.X / school.P!.Value / (s / n)) - 1, 2)));
        return column == "variance_share"
            ? self.P!.Value / n * Math.Pow((self.X / self.P!.Value / (s / n)) - 1, 2) / (cv * cv)
            : ((n * self.X / (self.P!.Value * s * s)) - (n * squares / (s * s * s))) / cv * (self.Weight * self.P!.Value / self.W);
    }

    double Counts(string column) => Parts(explanation.Sources).Count(part => column == BandOf(part) + "_count");

    string BandOf(Part part)
    {
        if (part.R is not { } r || !(part.W > 0)) return "unknown";
        var rule = $"{part.Indicator}.{part.Stage}.";
        var value = Constant(rule + "times") * part.Weight * r / part.W;
        // 1e-12: a value on its threshold meets it, and doubles may fall a hair short.
        return value >= Constant(rule + "threshold") - 1e-12 ? "meets" : value >= Constant(rule + "floor") - 1e-12 ? "near" : "below";
    }

    IEnumerable<Part> Parts(IEnumerable<SourceQuantity> sources)
    {
        SourceQuantity? pupils = null;
        var rest = new List<SourceQuantity>();
        foreach (var source in sources)
        {
            if (source.Role == SourceRole.Pupils)
            {
                if (pupils is not null) yield return PartOf(pupils, rest);
                pupils = source;
                rest = [];
            }
            else
            {
                rest.Add(source);
            }
        }

        if (pupils is not null) yield return PartOf(pupils, rest);
    }

    Part PartOf(SourceQuantity pupils, List<SourceQuantity> rest)
    {
        var terms = rest.Where(source => source.Role == SourceRole.Numerator).Select(source => source.Sign * Amount(source.Filed)).ToList();
        var weighted = rest.Where(source => source.Role == SourceRole.Sharing).Append(pupils).Select(source => Double(source.Weight) * Amount(source.Filed)).ToList();
        var p = Amount(pupils.Filed);
        return new Part(
            pupils.Indicator, pupils.Filed.Stage, p, Double(pupils.Weight),
            p is not null && weighted.TrueForAll(one => one is not null) && terms.TrueForAll(term => term is not null) ? terms.Sum() : null,
            weighted.TrueForAll(one => one is not null) ? weighted.Sum()!.Value : 0);
    }

    double? Amount(FiledQuantity filed) => cells.Amount(filed);

    double Constant(string name) => Double(explanation.Constants[name]);

    static double Double(Rational number) => CellsByHand.Double(number);

    sealed record Part(string Indicator, string Stage, double? P, double Weight, double? R, double W)
    {
        public double X => Weight * P!.Value * R!.Value / W;
    }
}
