using System.Globalization;
using Junheng.Models.Geography;
using Junheng.Pipelines.Warehouse.Steps;
using Junheng.Pipelines.Warehouse.Tables;

namespace Junheng.Pipelines.Warehouse.Geography;

/// <summary>Writes the changes of county codes as the table <c>county_code_change</c>, each with the code it has led to by now.</summary>
/// <param name="asOf">The date that stands for today: a change of a later year is not yet known.</param>
public sealed class GeographyStep(CountyCodes codes, DateOnly asOf, IReadOnlyDictionary<string, TableDocument> documents) : IStep
{
    const string Table = "county_code_change";

    public string Name => "geography";

    public IReadOnlyList<string> Inputs => [];

    public IReadOnlyList<TableDocument> Outputs => [documents[Table]];

    // A later date alone changes nothing, until a change comes into force.
    public string Identity => string.Join('\n', Rows().Select(row => string.Join('\u001f', row)).Prepend(StepCode.Version));

    public void Run(StepContext context) => context.Write(documents[Table], Rows());

    IEnumerable<string[]> Rows() => codes.Changes.Where(change => change.Year <= asOf.Year).Select(change =>
    {
        var now = codes.From(change, asOf.Year).Last();
        return new[] { change.Code, Text(change.Year), change.Name, change.NextCode, change.NextName, now.NextCode, now.NextName, change.Certainty, change.Source };
    });

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
