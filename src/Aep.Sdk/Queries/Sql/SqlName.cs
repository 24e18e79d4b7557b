using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Aep.Sdk.Queries;

/// <summary>A checked and, where needed, quoted identifier. Made by <see cref="Sql.Table"/>, <see cref="Sql.Column"/> and
/// <see cref="Sql.Path"/>.</summary>
public readonly record struct SqlName
{
    private static readonly SearchValues<char> PlainCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    private readonly string? _text;

    private SqlName(string text) => _text = text;

    /// <summary>The identifier as it stands in the SQL text.</summary>
    /// <exception cref="InvalidOperationException">The value is the default, not a name.</exception>
    public override string ToString() =>
        _text ?? throw new InvalidOperationException("This SqlName is empty. Make it with Sql.Table, Sql.Column or Sql.Path.");

    internal static SqlName FromPart(string name) => new(Quote(name));

    internal static SqlName FromPath(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new SqlName(string.Join('.', path.Split('.').Select(Quote)));
    }

    private static string Quote(string name)
    {
        if (string.IsNullOrEmpty(name)) Reject(name, "it is empty");
        foreach (char c in name)
        {
            // '$' could end a $$ block around the name, '\' means different things to different SQL dialects.
            if (char.IsControl(c) || char.IsSurrogate(c)
                || c is '\\' or '$' or '\u2028' or '\u2029') Reject(name, $"it has the character U+{(int)c:X4}");
        }

        bool plain = !char.IsAsciiDigit(name[0]) && !name.AsSpan().ContainsAnyExcept(PlainCharacters) && !SqlKeywords.IsReserved(name);
        return plain ? name : string.Concat("\"", name.Replace("\"", "\"\"", StringComparison.Ordinal), "\"");
    }

    [DoesNotReturn]
    private static void Reject(string? name, string reason) =>
        throw new ArgumentException($"\"{name}\" is not a name of a table or column: {reason}.", nameof(name));
}
