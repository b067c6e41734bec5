using Junheng.Models.Applications;
using Junheng.Models.Numbers;
using static Junheng.Pipelines.Publishing.Reviewing.ComputedFigures;

namespace Junheng.Pipelines.Publishing.Reviewing;

/// <summary>The figures of the county's indicators: values, numerators and denominators, verdicts.</summary>
sealed class CountyFigures(ReviewedCounty county)
{
    public Computed Of(AskedFigure asked)
    {
        var rows = Enumerable.Range(0, county.CountyIndicators.Rows.Count)
            .Where(row => Text(county.CountyIndicators, row, "indicator") == asked.Indicator
                && Text(county.CountyIndicators, row, "part") == asked.Part
                && (asked.Stage.Length == 0 || Text(county.CountyIndicators, row, "stage") == asked.Stage))
            .ToList();
        if (rows.Count == 0) return Computed.Unknown("not_filed");
        if (asked.IsVerdict) return Verdict(rows);
        var column = asked.Figure.Split('.')[1];
        var figures = rows.ConvertAll(row => Figure(row, column));
        // The form has one blank where the monitoring has a stage each: two that differ cannot be set against one.
        return figures.TrueForAll(figure => figure.Number == figures[0].Number) ? figures[0] : Computed.Unknown("stages_differ");
    }

    // All stages together: one that fails fails the whole, one that is unknown leaves it so.
    Computed Verdict(List<int> rows)
    {
        var verdicts = rows.ConvertAll(row => Text(county.CountyIndicators, row, "verdict"));
        var worst = new[] { "not_met", "unknown", "met", "not_applicable" }.FirstOrDefault(verdicts.Contains) ?? "unknown";
        return Computed.OfVerdict(worst, Text(county.CountyIndicators, rows[verdicts.IndexOf(worst)], "reason_code"));
    }

    Computed Figure(int row, string column)
    {
        var table = county.CountyIndicators;
        var computed = Computed.Of(table[row, column], Text(table, row, "reason_code"));
        var verdict = Text(table, row, "verdict");
        if (!computed.IsKnown || verdict is not ("met" or "not_met") || ExactNumber.Of(table[row, "threshold"]) is not { } threshold) return computed;
        var stage = Text(table, row, "stage");
        var of = new VerdictOf("indicator", "", stage == "all" ? "" : stage, Text(table, row, "indicator"), Text(table, row, "part"));
        return computed with { Ruling = new Ruling(of, verdict, Text(table, row, "comparison"), threshold) { Value = Ratio(row, column) } };
    }

    // A numerator is judged by the ratio it makes with our denominator, and the other way round.
    Func<Rational, Rational?> Ratio(int row, string column)
    {
        var (numerator, denominator) = (ExactNumber.Of(county.CountyIndicators[row, "numerator"]), ExactNumber.Of(county.CountyIndicators[row, "denominator"]));
        Rational times = Equals(county.CountyIndicators[row, "percent"], true) ? 100 : 1;
        return column switch
        {
            "numerator" => declared => denominator is { Sign: > 0 } ours ? times * declared / ours : null,
            "denominator" => declared => numerator is { } ours && declared.Sign > 0 ? times * ours / declared : null,
            _ => declared => declared,
        };
    }
}
