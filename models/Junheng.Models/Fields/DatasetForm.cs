namespace Junheng.Models.Fields;

/// <summary>Where the quantities of a dataset go when they are filed.</summary>
public enum DatasetForm
{
    /// <summary>One row a school, or a school and stage: <c>filed_quantity</c>, a row a quantity.</summary>
    BySchool,

    /// <summary>One row a county: <c>filed_county_quantity</c>, a row a quantity.</summary>
    ByCounty,

    /// <summary>Many rows a school or county: a table of its own, a column a quantity with the cell it stands in.</summary>
    Listed,
}
