using System.Globalization;

namespace Junheng.Pipelines.Synthesis;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood 2014): 64 bits of state, integers only, so that a seed gives the same numbers on every machine.
/// </summary>
/// <remarks>Each school and year draws from a stream of its own: a school more or less does not move the numbers of its neighbours.</remarks>
sealed class Draw
{
    ulong state;

    Draw(ulong state) => this.state = state;

    public static Draw For(ulong seed, string purpose)
    {
        // FNV-1a turns the purpose into a number; string.GetHashCode differs from run to run.
        var hash = 14695981039346656037UL ^ seed;
        foreach (var letter in purpose)
            hash = (hash ^ letter) * 1099511628211UL;
        return new Draw(hash ^ (seed * 0x9E3779B97F4A7C15UL));
    }

    public static Draw For(ulong seed, string purpose, int year) =>
        For(seed, string.Create(CultureInfo.InvariantCulture, $"{purpose}/{year}"));

    /// <summary>A whole number from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public int Between(int low, int high) => low + (int)Math.BigMul(Next(), (ulong)(high - low + 1), out _);

    /// <summary>As <see cref="Between"/>, with the middle likelier than the ends.</summary>
    public int Around(int low, int high) => (Between(low, high) + Between(low, high)) / 2;

    /// <summary>A deviation within ± <paramref name="radius"/>, bell-shaped: the mean of three even draws.</summary>
    public int Bell(int radius) => (Between(-radius, radius) + Between(-radius, radius) + Between(-radius, radius)) / 3;

    public bool Chance(int permille) => Between(1, 1000) <= permille;

    /// <summary>Fisher–Yates.</summary>
    public T[] Shuffled<T>(IEnumerable<T> items)
    {
        var shuffled = items.ToArray();
        for (var last = shuffled.Length - 1; last > 0; last--)
        {
            var other = Between(0, last);
            (shuffled[last], shuffled[other]) = (shuffled[other], shuffled[last]);
        }

        return shuffled;
    }

    ulong Next()
    {
        var mixed = state += 0x9E3779B97F4A7C15UL;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 31);
    }
}
