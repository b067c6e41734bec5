namespace Junheng.Pipelines.Warehouse.Engine;

/// <summary>Words of ours inside SQL, quoted so that they stay words.</summary>
public static class SqlText
{
    /// <summary>A text value: <c>'it''s'</c>.</summary>
    public static string Literal(string text) => Quote(text, '\'');

    /// <summary>The name of a table or column: <c>"order"</c>.</summary>
    public static string Identifier(string name) => Quote(name, '"');

    static string Quote(string text, char quote)
    {
        // The C API ends SQL at the first NUL: what follows would be cut off unseen.
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException("SQL cannot hold a NUL character.", nameof(text));
        }

        return quote + text.Replace(quote.ToString(), new string(quote, 2), StringComparison.Ordinal) + quote;
    }
}
