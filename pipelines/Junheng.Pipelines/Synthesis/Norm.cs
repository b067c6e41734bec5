namespace Junheng.Pipelines.Synthesis;

/// <summary>The amount for one pupil around which the invented numbers are drawn, in persons, m², 万元 and rooms.</summary>
/// <remarks>
/// These resemble the thresholds of 2017 but judge nothing: rules live in the packs. They are the generator's own,
/// so that a change of a pack does not change the bytes of the sample.
/// </remarks>
static class Norm
{
    static readonly decimal[] Primary = [0.042m, 0.010m, 0.009m, 4.5m, 7.5m, 0.20m, 0.023m];
    static readonly decimal[] Junior = [0.053m, 0.010m, 0.009m, 5.8m, 10.2m, 0.25m, 0.024m];
    static readonly decimal[] Senior = [0.070m, 0.012m, 0.009m, 6.5m, 11.0m, 0.30m, 0.024m];

    public static decimal PerPupil(Quantity quantity, Stage stage) => stage switch
    {
        Stage.Primary => Primary[(int)quantity],
        Stage.Junior => Junior[(int)quantity],
        _ => Senior[(int)quantity],
    };
}
