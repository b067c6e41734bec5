using Junheng.Models.Findings;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>What is filed of one thing: a row of a table, or a whole form.</summary>
internal interface IRecord
{
    /// <summary>Where it begins.</summary>
    Place Place { get; }

    string Text(Operand operand);

    /// <summary>The cell, with its column's letters and name, as findings say it.</summary>
    Place PlaceOf(Operand operand);

    FiledCells CellsOf(ColumnRule rule);
}
