namespace Junheng.Pipelines;

/// <summary>What ships beside the program and is data to it: SQL models, rule packs, column maps, plans, field catalogs, checks, county codes, forms, figures.</summary>
public static class ShippedContent
{
    public static string Sql => Folder("sql");

    public static string Standards => Folder("standards");

    public static string Maps => Folder("maps");

    public static string Plans => Folder("plans");

    public static string Fields => Folder("fields");

    public static string Checks => Folder("checks");

    public static string Geography => Folder("geography");

    /// <summary>The form a county applies with.</summary>
    public static string ApplicationForm => Path.Combine(Folder("forms"), "application.yaml");

    public static string YearlyDates => Path.Combine(Folder("calendar"), "yearly.yaml");

    public static string Figures => Folder("figures");

    /// <summary>A folder for each document that can be written.</summary>
    public static string Briefings => Folder("briefings");

    static string Folder(string name) => Path.Combine(AppContext.BaseDirectory, "content", name);
}
