using Junheng.Models.Findings;

namespace Junheng.Models.Tests.Findings;

public sealed class PlaceTests
{
    [Theory]
    [InlineData(1, "A")]
    [InlineData(26, "Z")]
    [InlineData(27, "AA")]
    [InlineData(52, "AZ")]
    [InlineData(53, "BA")]
    [InlineData(702, "ZZ")]
    [InlineData(703, "AAA")]
    [InlineData(16384, "XFD")]
    public void Letters_AsSpreadsheetsCount(int column, string letters) => Assert.Equal(letters, Place.Letters(column));

    [Fact]
    public void Letters_BelowOne_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => Place.Letters(0));

    [Fact]
    public void Cell_JoinsLettersAndRow() => Assert.Equal("AB12", Place.Cell(28, 12));
}
