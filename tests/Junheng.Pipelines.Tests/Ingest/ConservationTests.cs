using System.Text;

namespace Junheng.Pipelines.Tests.Ingest;

public sealed class ConservationTests
{
    // Whatever is done to a file, each of its rows is loaded, set aside or recognised as no data.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(20240901)]
    public void Ingest_RandomDamage_AccountsForEveryRow(int seed)
    {
        var random = new Random(seed);
        using var source = new SmallSource();
        foreach (var name in new[] { SmallSource.Schools, SmallSource.Stages, SmallSource.Facilities })
        {
            var text = new StringBuilder(source.Read(name));
            for (var change = 0; change < 6; change++) text[random.Next(text.Length)] = "0,9\n\"合- x＊"[random.Next(10)];
            source.Write(name, text.ToString());
        }

        var (_, counts) = source.Ingest();

        Assert.All(counts, count => Assert.True(count.Accounted, count.ToString()));
    }
}
