namespace Junheng.Pipelines.Synthesis;

/// <summary>Teachers. They follow the pupils slowly: nobody is hired or retired in a day.</summary>
static class Staffing
{
    static readonly Quantity[] Counted = [Quantity.AboveDegree, Quantity.Backbone, Quantity.PeAndArts];

    public static void Open(School school)
    {
        foreach (var stage in school.Stages)
        {
            foreach (var quantity in Counted)
                stage.Counts[(int)quantity] = Wanted(school, stage, quantity);
            stage.Teachers = TeachersFor(stage, Years.First);
            Reconcile(stage);
        }
    }

    public static void Advance(School school, int year)
    {
        foreach (var stage in school.Stages)
        {
            foreach (var quantity in Counted)
                stage.Counts[(int)quantity] = Towards(stage.Count(quantity), Wanted(school, stage, quantity));
            stage.Teachers = Towards(stage.Teachers, TeachersFor(stage, year));
            Reconcile(stage);
        }
    }

    public static void Raise(School school, StageStaff stage, Quantity quantity, int permille)
    {
        var least = (int)decimal.Ceiling(Norm.PerPupil(quantity, stage.Stage) * stage.Pupils * permille / 1000);
        stage.Counts[(int)quantity] = Math.Max(stage.Count(quantity), least);
        school.Standing[(int)quantity] = Math.Max(school.Standing[(int)quantity], permille);
        Reconcile(stage);
    }

    static int Wanted(School school, StageStaff stage, Quantity quantity)
    {
        var byPupils = Norm.PerPupil(quantity, stage.Stage) * stage.Pupils * school.Standing[(int)quantity] / 1000;
        var wanted = (int)decimal.Round(byPupils, MidpointRounding.AwayFromZero);
        // A class needs a teacher, however few sit in it.
        return quantity == Quantity.AboveDegree ? Math.Max(wanted, stage.Classes) : wanted;
    }

    /// <summary>The share with the degree rises by a point a year, in primary schools from 92 %, later from 86 %.</summary>
    static int TeachersFor(StageStaff stage, int year)
    {
        var qualified = (stage.Stage == Stage.Primary ? 92 : 86) + year - Years.First;
        return ((stage.Count(Quantity.AboveDegree) * 100) + qualified - 1) / qualified;
    }

    static int Towards(int now, int wanted)
    {
        var step = Math.Max(1, now * 6 / 100);
        return Math.Clamp(wanted, now - step, now + step);
    }

    /// <summary>Degree holders, backbone and subject teachers are all among the full-time teachers.</summary>
    static void Reconcile(StageStaff stage) => stage.Teachers = Math.Max(stage.Teachers, stage.Counts.Max());
}
