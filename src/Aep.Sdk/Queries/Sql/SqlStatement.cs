using System.Runtime.CompilerServices;
using System.Text;

namespace Aep.Sdk.Queries;

/// <summary>
/// SQL text. An interpolated string becomes one safely: <c>SqlStatement sql = $"SELECT … WHERE timestamp >= {from}"</c> turns each value
/// into a quoted literal; names of tables and columns come in through <see cref="Sql"/>. A constant text is an interpolated one without
/// values:
/// <c>$"SELECT 1"</c>; SQL that comes from elsewhere goes through <see cref="FromText"/>.
/// </summary>
/// <remarks>A value inside quotes or a comment (<c>'{value}'</c>) is refused, because the literal brings its own quotes.</remarks>
[InterpolatedStringHandler]
public sealed class SqlStatement
{
    private readonly StringBuilder _text;
    private SqlScanner _scanner;

    /// <summary>Called by the compiler for an interpolated string.</summary>
    public SqlStatement(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (formattedCount * 16));

    private SqlStatement(string text) => _text = new StringBuilder(text);

    internal static SqlStatement Empty => new(string.Empty);

    /// <summary>
    /// Takes a text as SQL, unchanged. Never build such a text from values: interpolate them instead. There is no conversion from a string
    /// on purpose: an interpolated string in a conditional expression is a string first, and its values would be raw text.
    /// </summary>
    /// <param name="text">The SQL.</param>
    public static SqlStatement FromText(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return new SqlStatement(text);
    }

    /// <summary>Pieces of SQL, made the same way, with a constant text between them.</summary>
    /// <param name="separator">SQL, for example <c>", "</c> or <c>" AND "</c>. Never a value.</param>
    /// <param name="pieces">The pieces.</param>
    public static SqlStatement Join(string separator, IEnumerable<SqlStatement> pieces) => new(string.Join(separator, pieces));

    /// <summary>Appends constant SQL text.</summary>
    public void AppendLiteral(string value)
    {
        _scanner.Read(value);
        _text.Append(value);
    }

    /// <summary>Appends an identifier.</summary>
    public void AppendFormatted(SqlName name) => Append(name.ToString());

    /// <summary>Appends another piece of SQL, made the same way.</summary>
    public void AppendFormatted(SqlStatement fragment)
    {
        ArgumentNullException.ThrowIfNull(fragment);
        Append(fragment.ToString());
    }

    /// <summary>Appends a text as a string literal, or NULL.</summary>
    /// <exception cref="ArgumentException">The text has U+0000 or is not valid Unicode.</exception>
    public void AppendFormatted(string? value) => Append(value is null ? "NULL" : SqlLiteral.Of(value));

    /// <summary>Appends a whole number.</summary>
    public void AppendFormatted(long value) => Append(SqlLiteral.Of(value));

    /// <summary>Appends a number.</summary>
    public void AppendFormatted(double value) => Append(SqlLiteral.Of(value));

    /// <summary>Appends a decimal number.</summary>
    public void AppendFormatted(decimal value) => Append(SqlLiteral.Of(value));

    /// <summary>Appends TRUE or FALSE.</summary>
    public void AppendFormatted(bool value) => Append(SqlLiteral.Of(value));

    /// <summary>Appends a time as a TIMESTAMP in UTC, to the microsecond.</summary>
    public void AppendFormatted(DateTimeOffset value) => Append(SqlLiteral.Of(value));

    /// <summary>Appends a time as a TIMESTAMP in UTC, to the microsecond.</summary>
    /// <exception cref="ArgumentException">The value's Kind is Unspecified.</exception>
    public void AppendFormatted(DateTime value) => Append(SqlLiteral.Of(value));

    /// <summary>Appends a DATE.</summary>
    public void AppendFormatted(DateOnly value) => Append(SqlLiteral.Of(value));

    /// <summary>Appends a GUID as a string literal.</summary>
    public void AppendFormatted(Guid value) => Append(SqlLiteral.Of(value.ToString()));

    /// <summary>
    /// Appends several values. In the parentheses of <c>IN ({ids})</c> and <c>NOT IN ({ids})</c> they are a list, which may be empty;
    /// <c>= ANY({ids})</c> becomes such an <c>IN</c>, because Spark's SQL has no <c>ANY</c> of values. Anywhere else they are an array:
    /// <c>array_contains({ids}, x)</c>.
    /// </summary>
    /// <remarks>As in SQL, <c>NOT IN</c> is true for no row when a value is null.</remarks>
    /// <exception cref="ArgumentException">A value has no SQL literal, or stands inside quotes.</exception>
    public void AppendFormatted<T>(IEnumerable<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values is byte[]) throw new ArgumentException("There is no SQL literal of Byte[].", nameof(values));
        string[] literals = [.. values.Select(value => SqlLiteral.OfAny(value))];
        CheckPlace();
        Append(SqlLists.Append(_text, literals));
    }

    /// <summary>The SQL as it is sent.</summary>
    public override string ToString() => _text.ToString();

    private void Append(string expression)
    {
        CheckPlace();
        _scanner.Skip();
        _text.Append(expression);
    }

    private void CheckPlace()
    {
        if (_scanner.Inside is { } place)
        {
            throw new ArgumentException(
                $"A value stands inside {place} of the SQL text. Remove the quotes around it: values are quoted by themselves, "
                + "names by Sql.Column or Sql.Table.");
        }
    }
}
