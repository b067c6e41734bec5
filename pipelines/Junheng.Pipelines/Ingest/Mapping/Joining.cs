using Junheng.Models.Findings;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>
/// Joins what several layouts say of one record: the pupils of one sheet, the teachers of another. Where two say the same field (the areas of a whole school in
/// both stages' files) they must agree, or neither counts.
/// </summary>
internal sealed class Joining(FindingList findings)
{
    public void Join(MappedRow row, MappedRow part)
    {
        foreach (var (name, word) in part.Words)
        {
            if (row.Disputed.Contains(name)) continue;
            if (row.Words.TryAdd(name, word) || row.Words[name] == word) continue;
            Tell(name, word, row.Words[name], part.Place, row.Place);
            // What must be there stays as it was said first: a school is not lost for a name spelt in two ways.
            if (row.Dataset.Name == Register.Dataset || row.Dataset.Find(name) is { Required: true }) continue;
            row.Words.Remove(name);
            row.Disputed.Add(name);
        }

        foreach (var quantity in part.Quantities.Where(quantity => !row.Disputed.Contains(quantity.Field.Name)))
        {
            if (row.Find(quantity.Field.Name) is not { } known)
            {
                row.Quantities.Add(quantity);
                row.Faulty.Remove(quantity.Field.Name);
            }
            else if (known.Amount != quantity.Amount)
            {
                Tell(quantity.Field.Name, quantity.Amount.ToString(), known.Amount.ToString(), PlaceOf(quantity), PlaceOf(known));
                row.Quantities.Remove(known);
                row.Disputed.Add(quantity.Field.Name);
            }
        }

        JoinFaults(row, part);
    }

    // A cell that is faulty in one part is none where another part says it.
    static void JoinFaults(MappedRow row, MappedRow part) => row.Faulty.UnionWith(part.Faulty.Where(field => row.Find(field) is null));

    static Place PlaceOf(FiledAmount quantity) => quantity.Cells.Place;

    void Tell(string field, string value, string other, Place place, Place otherPlace) => findings.Add(Finding.Error(
        "PARTS-DIFFER", place, value, ("field", field), ("other", other), ("other_place", Said(otherPlace))));

    static string Said(Place place)
    {
        var cell = FormattableString.Invariant($"{place.Column}{place.Row}");
        return place.Sheet.Length == 0 ? $"{place.File} {cell}" : $"{place.File} {place.Sheet}!{cell}";
    }
}
