using FsCheck;
using FsCheck.Fluent;

namespace Junheng.Pipelines.Tests.Judging;

/// <summary>A small county of schools drawn at random: pupils, teachers and money, in schools of one stage and of two, near the limits on both sides.</summary>
sealed record RandomCounty(IReadOnlyList<RandomSchool> Schools)
{
    /// <summary>The same counties at every run, so that a red test is red again. One build judges them all.</summary>
    public static IReadOnlyList<RandomCounty> Sample(int count) => FsCheck.FSharp.Gen.Sample(new Rnd(20_240_901), 20, count, Any);

    static Gen<RandomCounty> Any =>
        from size in Gen.Choose(1, 6)
        from schools in RandomSchool.Any.ListOf(size)
        select new RandomCounty([.. schools]);

    public IEnumerable<FiledSchool> File(string county) => Schools.Select((school, number) => school.File(county, FormattableString.Invariant($"{county}-{number}")));
}
