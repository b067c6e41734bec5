using Junheng.Models.Numbers;
using Junheng.Pipelines.Publishing.Explaining.Questions;
using Junheng.Pipelines.Publishing.Explaining.Words;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Explaining;

/// <summary>Explains the verdict on a county: a row of <c>county_verdict</c>, as the conjunction of its pieces, each with its verdict and where to ask on.</summary>
public sealed class VerdictExplanation(SnapshotReader reader, CancellationToken cancellation)
{
    static readonly string[] Dimensions = ["resource", "coefficient", "government", "quality", "satisfaction", "veto"];

    const string VerdictSql = """
        select judged.*, county.county_name
        from county_verdict as judged
        join county on county.county_code = judged.county_code
        where judged.year = $year and judged.county_code = $county
        """;

    public Explanation Of(Question question)
    {
        var (year, code) = (question.Year, question["county_code"]);
        var row = Judged.First(reader.Query(VerdictSql, cancellation, ("year", year), ("county", code)))!;
        var pieces = VerdictPieces.Of(reader, year, code, cancellation);
        return new Explanation(
            question,
            new Statement("explain.verdict_of_county.title", ("county", row.Text("county_name")), ("code", code), ("year", year), ("verdict", new Said("verdict", row.Text("overall")))),
            [
                .. Sections.Cell(question, reader.Snapshot.Table(question.Table)!, column => row[column]),
                new Section("result", [.. Result(row, pieces)]),
                .. Dimensions.SelectMany(dimension => Pieces(dimension, row, pieces)),
                .. ProcedureSection.Of(reader, year, code, cancellation),
                new Section("rule", [new Statement("explain.verdict_of_county.rule"), .. Sections.Parameters(reader.Snapshot.Catalog), .. Sections.Pack(reader.Snapshot.Catalog)]),
            ],
            new Dictionary<string, Rational>(StringComparer.Ordinal),
            [],
            [],
            [$"county {question["year"]} {code}"]);
    }

    static IEnumerable<Block> Result(Judged row, IReadOnlyList<VerdictPiece> pieces)
    {
        int Count(string verdict) => pieces.Count(piece => piece.Verdict == verdict);
        yield return new Statement("explain.verdict_of_county.pieces", ("verdict", new Said("verdict", row.Text("overall"))), ("pieces", pieces.Count),
            ("met", Count("met")), ("not_met", Count("not_met")), ("unknown", Count("unknown")), ("not_applicable", Count("not_applicable")));
        yield return new Statement("explain.verdict_of_county.exceptions",
            ("without", new Said("verdict", row.Text("overall_without_exceptions"))), ("with", new Said("verdict", row.Text("overall_with_exceptions"))));
        if (row.Text("changed_by_exceptions") is { Length: > 0 } changed) yield return new Statement("explain.verdict_of_county.changed", ("items", changed));
    }

    static IEnumerable<Section> Pieces(string dimension, Judged row, IReadOnlyList<VerdictPiece> pieces)
    {
        var verdict = new Statement("explain.verdict_of_county.dimension", ("verdict", new Said("verdict", row.Text(dimension))));
        var own = pieces.Where(piece => piece.Dimension == dimension).ToList();
        yield return new Section("dimension_" + dimension, own.Count == 0 ? [verdict] : [verdict, VerdictPiece.Table(own)]);
    }
}
