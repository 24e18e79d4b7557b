namespace Aep.Sdk.Segmentation;

/// <summary>A literal.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">Its value as text: the characters of a string, the digits of a number.</param>
internal sealed record PqlLiteral(PqlLiteralKind Kind, string Value) : PqlNode
{
    public static PqlLiteral Number(string digits) =>
        new(digits.Contains('.', StringComparison.Ordinal) ? PqlLiteralKind.Double : PqlLiteralKind.Integer, digits);

    /// <summary>The string of a token, with its quotes. A backslash stands for itself, except before a quote or a backslash.</summary>
    public static PqlLiteral String(string token) =>
        new(PqlLiteralKind.String, token[1..^1]
            .Replace("\\\\", "\0", StringComparison.Ordinal)
            .Replace("\\\"", "\"", StringComparison.Ordinal)
            .Replace('\0', '\\'));

    public bool IsNumber => Kind is PqlLiteralKind.Integer or PqlLiteralKind.Double;

    public bool IsNegative => IsNumber && Value[0] == '-';

    /// <summary>The number with the other sign; the whole number 0 has none.</summary>
    public PqlLiteral Negated() => Value == "0" ? this : this with { Value = IsNegative ? Value[1..] : $"-{Value}" };
}
