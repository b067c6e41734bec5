using Junheng.Models;
using Junheng.Pipelines.Publishing.Explaining.Words;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Explaining;

/// <summary>One of what a verdict is the conjunction of, and the question that asks on.</summary>
/// <param name="Item">An indicator's id, or what else is judged: <c>6/7</c>, a mean, a veto.</param>
/// <param name="Why">Why it is not met; in a word where it is.</param>
/// <param name="Ask">Arguments of a further explain command.</param>
public sealed record VerdictPiece(string Dimension, string Stage, string Item, Bilingual Name, string Verdict, Bilingual Why, string Ask)
{
    public static IEnumerable<VerdictPiece> Read(RowSet rows) => Judged.All(rows).Select(row => new VerdictPiece(
        row.Text("dimension"), row.Text("stage"), row.Text("item"), row.Both("name"), row.Text("verdict"), row.Both("why"), row.Text("ask")));

    public static Grid Table(IEnumerable<VerdictPiece> pieces) => new("pieces", ["stage", "item", "name", "verdict", "why", "ask"],
    [
        .. pieces.Select(IReadOnlyList<object?> (piece) =>
            [new Said("piece_stage", piece.Stage), piece.Item, piece.Name, new Said("verdict", piece.Verdict), piece.Why, new AskOn(piece.Ask)]),
    ]);
}
