using System.Globalization;
using System.Numerics;

namespace Junheng.Models.Numbers;

/// <summary>
/// An exact fraction in lowest terms with a positive denominator. Verdicts on a limit are decided in it, because neither doubles nor decimals
/// of any length hold one third.
/// </summary>
public readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    static readonly BigInteger[] PowersOfTen = Enumerable.Range(0, 19).Select(scale => BigInteger.Pow(10, scale)).ToArray();

    readonly BigInteger denominator;

    public Rational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero) throw new DivideByZeroException("A rational has no zero denominator: check denominators before dividing.");
        if (denominator.IsOne)
        {
            // Most numbers filed are whole: they need no division to stand in lowest terms.
            (Numerator, this.denominator) = (numerator, denominator);
            return;
        }

        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        Numerator = numerator / divisor;
        this.denominator = denominator / divisor;
    }

    public BigInteger Numerator { get; }

    // default(Rational) is zero, so an unset denominator reads as one.
    public BigInteger Denominator => denominator.IsZero ? BigInteger.One : denominator;

    public int Sign => Numerator.Sign;

    public static implicit operator Rational(int value) => new(value, BigInteger.One);

    public static Rational operator +(Rational a, Rational b) =>
        new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Rational operator -(Rational a, Rational b) =>
        new((a.Numerator * b.Denominator) - (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Rational operator *(Rational a, Rational b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static Rational operator /(Rational a, Rational b) => new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    public static bool operator <(Rational a, Rational b) => a.CompareTo(b) < 0;

    public static bool operator >(Rational a, Rational b) => a.CompareTo(b) > 0;

    public static bool operator <=(Rational a, Rational b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Rational a, Rational b) => a.CompareTo(b) >= 0;

    public static bool operator ==(Rational a, Rational b) => a.Equals(b);

    public static bool operator !=(Rational a, Rational b) => !a.Equals(b);

    /// <summary>Reads <c>12</c>, <c>-0.5</c>, <c>0.018000000000000002</c> or <c>7/3</c>: digits, one point, one slash; nothing cultural, no exponent.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Rational value)
    {
        var slash = text.IndexOf('/');
        if (slash < 0) return TryParseDecimal(text, out value);
        value = default;
        if (!TryParseDecimal(text[..slash], out var top) || !TryParseDecimal(text[(slash + 1)..], out var bottom) || bottom.Sign == 0)
            return false;
        value = top / bottom;
        return true;
    }

    public static Rational Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var value) ? value : throw new FormatException("Not an exact number.");

    /// <summary>Near enough to search with, however many digits the fraction has; never to judge with.</summary>
    public double ToDouble()
    {
        // Beyond 1024 bits either number alone is infinite: what both can lose is cut off.
        var beyond = (int)Math.Max(0, Math.Max(Numerator.GetBitLength(), Denominator.GetBitLength()) - 1000);
        return (double)(Numerator >> beyond) / (double)(Denominator >> beyond);
    }

    /// <summary>Whether the value is a decimal of at most <paramref name="scale"/> places.</summary>
    public bool FitsScale(int scale) => Denominator.IsOne || (Power(scale) % Denominator).IsZero;

    /// <summary>
    /// The decimal of <paramref name="scale"/> places next to the value towards zero. Truncating, not rounding, keeps <c>amount &gt;= bound</c>
    /// exact for every positive bound that itself fits the scale.
    /// </summary>
    public string ToTruncatedDecimal(int scale)
    {
        var digits = BigInteger.Abs(Numerator) * Power(scale) / Denominator;
        var text = digits.ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        var sign = Sign < 0 && !digits.IsZero ? "-" : "";
        return scale == 0 ? sign + text : $"{sign}{text[..^scale]}.{text[^scale..]}";
    }

    public int CompareTo(Rational other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public bool Equals(Rational other) => Numerator == other.Numerator && Denominator == other.Denominator;

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);

    /// <summary><c>n/d</c>, or <c>n</c> for whole numbers: what <see cref="Parse"/> reads back.</summary>
    public override string ToString() => Denominator.IsOne
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    static BigInteger Power(int scale) => scale <= 18 ? PowersOfTen[scale] : BigInteger.Pow(10, scale);

    static bool TryParseDecimal(ReadOnlySpan<char> text, out Rational value)
    {
        value = default;
        var negative = text.StartsWith("-");
        if (negative || text.StartsWith("+")) text = text[1..];
        var point = text.IndexOf('.');
        var whole = point < 0 ? text : text[..point];
        var fraction = point < 0 ? [] : text[(point + 1)..];
        if (whole.Length + fraction.Length is 0 or > 200 || !AllDigits(whole) || !AllDigits(fraction)) return false;
        fraction = fraction.TrimEnd('0');
        if (whole.Length + fraction.Length <= 18) return FromLong(whole, fraction, negative, out value);
        var digits = BigInteger.Parse(string.Concat("0", whole, fraction), NumberStyles.None, CultureInfo.InvariantCulture);
        value = new Rational(negative ? -digits : digits, BigInteger.Pow(10, fraction.Length));
        return true;
    }

    static bool FromLong(ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction, bool negative, out Rational value)
    {
        long digits = 0, scale = 1;
        foreach (var digit in whole) digits = (digits * 10) + (digit - '0');
        foreach (var digit in fraction) (digits, scale) = ((digits * 10) + (digit - '0'), scale * 10);
        value = new Rational(negative ? -digits : digits, scale);
        return true;
    }

    static bool AllDigits(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') < 0;
}
