namespace Junheng.Pipelines.Synthesis;

/// <summary>Names of towns and villages that sound like some and are none: a tree, a colour or a bird with a shape of the land.</summary>
static class PlaceNames
{
    const string Firsts = "柳石云青白松竹梅枫桃杏荷桂槐榆芦鹤雁";
    const string Seconds = "溪桥岭禾沙坪塘湾渡坡畈冲岗洼泉浦";

    public static Queue<string> Of(string countyCode, ulong seed) =>
        new(Draw.For(seed, countyCode).Shuffled(Firsts.SelectMany(first => Seconds.Select(second => $"{first}{second}"))));
}
