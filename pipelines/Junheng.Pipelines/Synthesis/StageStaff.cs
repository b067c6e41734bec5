namespace Junheng.Pipelines.Synthesis;

/// <summary>One stage of one school in one year: its pupils and the teachers who teach them.</summary>
sealed class StageStaff(SchoolKind.Part part)
{
    public Stage Stage => part.Stage;

    public decimal Weight => part.Weight;

    public int Pupils { get; set; }

    public int Classes { get; set; }

    public int Teachers { get; set; }

    /// <summary>Degree holders, backbone teachers, teachers of PE and arts: the first three quantities.</summary>
    public int[] Counts { get; } = new int[3];

    public int Count(Quantity quantity) => Counts[(int)quantity];
}
