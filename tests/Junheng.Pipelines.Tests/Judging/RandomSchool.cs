using FsCheck;
using FsCheck.Fluent;

namespace Junheng.Pipelines.Tests.Judging;

/// <param name="Junior">Junior pupils; above zero in a nine-year school only.</param>
sealed record RandomSchool(string Type, int Primary, int Junior, int Teachers, int Money)
{
    public static readonly Gen<RandomSchool> Any =
        from type in Gen.Elements("primary_school", "primary_school", "teaching_point", "junior_school", "nine_year_school", "nine_year_school")
        from pupils in Gen.Choose(30, 900)
        from others in Gen.Choose(1, 900)
        from teachers in Gen.Choose(0, 20)
        from money in Gen.Choose(0, 4_000_000)
        select new RandomSchool(type, type == "junior_school" ? 0 : pupils, type == "junior_school" ? pupils : type == "nine_year_school" ? others : 0, teachers, money);

    /// <summary>What two such schools are together.</summary>
    public RandomSchool Doubled() => this with { Primary = Primary * 2, Junior = Junior * 2, Teachers = Teachers * 2, Money = Money * 2 };

    public FiledSchool File(string county, string code)
    {
        var school = new FiledSchool(county, code, Type).Has(("equipment_value", Money));
        if (Primary > 0) school.Stage("primary", Primary, ("teachers_backbone", Teachers));
        if (Junior > 0) school.Stage("junior", Junior, ("teachers_backbone", Teachers));
        return school;
    }
}
