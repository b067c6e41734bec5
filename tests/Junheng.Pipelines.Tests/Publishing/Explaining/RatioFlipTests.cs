using Junheng.Models;
using Junheng.Models.Numbers;
using Junheng.Pipelines.Ingest.Mapping;
using Junheng.Pipelines.Publishing.Explaining;
using Junheng.Pipelines.Publishing.Explaining.Evidence;
using Junheng.Pipelines.Publishing.Explaining.Flips;
using Junheng.Pipelines.Publishing.Explaining.Sources;

namespace Junheng.Pipelines.Tests.Publishing.Explaining;

/// <summary>The least change that takes a ratio over its threshold: with it the side is another, with one less it is not.</summary>
public sealed class RatioFlipTests
{
    [Theory]
    [InlineData(94, 100, 1, -2)]
    [InlineData(95, 100, -1, 1)]
    [InlineData(2000, 2100, -6, 6)]
    public void Suggestions_AreTheLeastThatFlip(int above, int below, int ofNumerator, int ofDenominator)
    {
        var ratio = Of(above, below);

        var flips = RatioFlips.Of(ratio, code => code).ToDictionary(flip => flip.Filed.Field, StringComparer.Ordinal);

        Assert.Equal<Rational>([ofNumerator, ofDenominator], [flips["above"].Change, flips["below"].Change]);
        Assert.All(flips.Values, flip =>
        {
            Assert.NotEqual(ratio.Met, After(flip, flip.Change).Met);
            Assert.Equal(ratio.Met, After(flip, flip.Change - flip.Change.Sign).Met);
            Assert.Equal((ratio.Met ? "met" : "not_met", ratio.Met ? "not_met" : "met"), (flip.Before, flip.After));
        });

        Ratio After(Flip flip, Rational change) => flip.Filed.Field == "above" ? Of(above + change, below) : Of(above, below + change);
    }

    [Fact]
    public void WhatIsTakenOff_IsNobodysToChange() =>
        Assert.Equal(["above", "below"], RatioFlips.Of(Of(94, 110, dead: 10), code => code).Select(flip => flip.Filed.Field).Order(StringComparer.Ordinal));

    // 940 of 1000 lack 10: the school that has all 500 of its 500 can give none of them, the other can.
    [Fact]
    public void OfAShare_OnlyASchoolThatHasTheRoomIsNamed()
    {
        var ratio = Ratio.Of([InSchool("A", SourceRole.Numerator, 500), InSchool("A", SourceRole.Denominator, 500), InSchool("B", SourceRole.Numerator, 440), InSchool("B", SourceRole.Denominator, 500)], 100, 95)!;

        Assert.Equal(("A", (Rational)10), RatioFlips.Of(ratio, code => code).Select(flip => (flip.School, flip.Change)).First());
        Assert.Equal(("B", (Rational)10), RatioFlips.Of(ratio with { Share = true }, code => code).Select(flip => (flip.School, flip.Change)).First());
        Assert.DoesNotContain(RatioFlips.Of(ratio with { Share = true }, code => code), flip => flip.School == "A");

        static SourceQuantity InSchool(string school, SourceRole role, Rational amount) => Term(role == SourceRole.Numerator ? "above" : "below", role, 1, amount) with { School = school };
    }

    // Near its line all the same: what made it unknown stays whatever one cell says.
    [Theory]
    [InlineData("not_met", "at_least", true)]
    [InlineData("unknown", "at_least", false)]
    [InlineData("not_met", "at_most", false)]
    public void OfACounty_OnlyWhatWasJudgedSoIsFlipped(string verdict, string comparison, bool suggested)
    {
        var rule = new CountyRule("", "ratio", "county", false, false, new Bilingual("", ""), new Bilingual("", ""), 100, 95, 95, comparison, null, null, 0, null, new Citation(null, null, null));

        var flips = CountyFlips.Of(rule, verdict, [Term("above", SourceRole.Numerator, 1, 94), Term("below", SourceRole.Denominator, 1, 100)], [], code => code);

        Assert.Equal(suggested, flips.Count > 0);
    }

    static Ratio Of(Rational above, Rational below, Rational dead = default) =>
        Ratio.Of([Term("above", SourceRole.Numerator, 1, above), Term("below", SourceRole.Denominator, 1, below), Term("dead", SourceRole.Denominator, -1, dead)], 100, 95)!;

    static SourceQuantity Term(string field, SourceRole role, int sign, Rational amount) =>
        new("23", "990101", role, sign, 1, new FiledQuantity(2024, "990101", "all", field, new Bilingual(field, field), amount, "人", true, Expression.From, 1, "", []));
}
