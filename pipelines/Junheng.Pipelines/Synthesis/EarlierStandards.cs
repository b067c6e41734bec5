namespace Junheng.Pipelines.Synthesis;

/// <summary>What the standards of 2012 ask for and those of 2017 no longer do: computers, books, teachers' titles.</summary>
static class EarlierStandards
{
    public static readonly string[] FacilityHeaders = ["教学用计算机台数", "图书册数"];

    public static string[] FacilityCells(Duties duties, School school) => [.. Holdings(duties, school).Select(Sheet.Cell)];

    public static decimal Books(Duties duties, School school) => Holdings(duties, school)[^1];

    static decimal[] Holdings(Duties duties, School school)
    {
        // A school is well or poorly equipped for years; a little is bought or written off in each.
        var (steady, draw) = (duties.Steady($"{school.Code}/2012"), duties.For($"{school.Code}/2012"));
        var computers = school.WeightedPupils * steady.Between(90, 190) * draw.Between(960, 1040) / 1_000_000;
        var books = school.WeightedPupils * steady.Between(15_000, 32_000) * draw.Between(970, 1030) / 1_000_000;
        return [decimal.Ceiling(computers), decimal.Ceiling(books)];
    }

    /// <summary>Of 1000 teachers between 380 and 640 have the middle title or a higher one.</summary>
    public static int MidTitles(Duties duties, School school, StageStaff stage) =>
        stage.Teachers * duties.Steady($"{school.Code}/{stage.Stage}/title").Between(380, 640) / 1000;
}
