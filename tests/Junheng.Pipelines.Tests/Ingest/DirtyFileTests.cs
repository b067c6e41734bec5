using System.Text;

namespace Junheng.Pipelines.Tests.Ingest;

/// <summary>Seeded fuzz: whatever the file, nothing crashes, nothing is lost, and every finding can be said.</summary>
public sealed class DirtyFileTests
{
    static readonly string[] Dirt =
        ["", " ", "-", "合计", "合 计", "NaN", "1e5", "12%", "1,58", "１２", "\"a\nb\"", "\"\"\"\"", "\"open", "=1+1", "999999999999999999999", "-5", "001", "002", "小学", "初中", "\u0001", "\u001f", "😀", "\uFEFF", "；", "\t", "\r", "2023"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 25)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Ingest_RandomDirt_AccountsForEveryRow(int seed)
    {
        using var source = Dirty(seed);

        var (findings, counts) = source.Ingest();

        Assert.All(findings, Told.InBothLanguages);
        Assert.All(counts, count => Assert.True(count.Accounted, count.ToString()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Build_RandomDirtAccepted_HoldsWhatTheCountsSay(int seed)
    {
        using var source = Dirty(seed);

        var outcome = source.Build(acceptPartial: true);

        Accounts.AreBalanced(outcome, source);
    }

    static SmallSource Dirty(int seed)
    {
        // A seeded draw, not a secret.
#pragma warning disable CA5394
        var random = new Random(seed);
        var source = new SmallSource();
        foreach (var name in new[] { SmallSource.Schools, SmallSource.Stages, SmallSource.Facilities })
        {
            var text = new StringBuilder(source.Read(name));
            for (var times = random.Next(1, 8); times > 0; times--)
            {
                var at = random.Next(text.Length / 3, text.Length);
                text.Insert(at, (random.Next(3) == 0 ? "," : "") + Dirt[random.Next(Dirt.Length)] + (random.Next(4) == 0 ? "\n" : ""));
            }

            source.Write(name, text.ToString());
        }
#pragma warning restore CA5394

        return source;
    }
}
