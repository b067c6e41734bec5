using System.Globalization;
using Junheng.Models;
using Junheng.Models.Numbers;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Explaining;

/// <summary>One row of a snapshot's table, its numbers exact.</summary>
public sealed class Judged(RowSet rows, int row)
{
    public object? this[string column] => rows[row, column];

    public static Judged? First(RowSet rows) => rows.Rows.Count == 0 ? null : new Judged(rows, 0);

    public static IEnumerable<Judged> All(RowSet rows) => Enumerable.Range(0, rows.Rows.Count).Select(row => new Judged(rows, row));

    public bool Has(string column) => rows.IndexOf(column) >= 0;

    public string Text(string column) => (string?)this[column] ?? "";

    public string? TextOrNull(string column) => (string?)this[column];

    public int Whole(string column) => Convert.ToInt32(this[column], CultureInfo.InvariantCulture);

    public bool Flag(string column) => (bool?)this[column] ?? false;

    public double? Real(string column) => (double?)this[column];

    /// <summary>A decimal that the query casts to text, so that no digit is lost on the way.</summary>
    public Rational? Exact(string column) => this[column] is string text ? Rational.Parse(text) : null;

    public Bilingual Both(string stem) => new(Text(stem + "_zh"), Text(stem + "_en"));
}
