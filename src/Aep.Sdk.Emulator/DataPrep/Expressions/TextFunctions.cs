using System.Globalization;

namespace Aep.Sdk.Emulator.DataPrep.Expressions;

/// <summary>Functions of texts.</summary>
internal static class TextFunctions
{
    private const string Category = "String";

    public static IReadOnlyList<Function> All { get; } =
    [
        Of("concat", 1, Function.Any, "concat(\"Hi, \", \"there\")", values => string.Concat(values.Select(Values.Text))),
        Of("instr", 2, 4, "instr(\"adobe.com\", \"com\")", Find),
        Of("replacestr", 3, 3, "replacestr(\"a re b\", \"re\", \"x\")",
            values => Text(values[0])?.Replace(Values.Text(values[1]), Values.Text(values[2]), StringComparison.Ordinal)),
        Of("substr", 3, 3, "substr(\"adobe\", 1, 2)",
            values => Part(Text(values[0]), Values.Integer(values[1]), Values.Integer(values[2]))),
        Of("lower", 1, 1, "lower(\"A\")", values => Text(values[0])?.ToLowerInvariant()),
        Of("lcase", 1, 1, "lcase(\"A\")", values => Text(values[0])?.ToLowerInvariant()),
        Of("upper", 1, 1, "upper(\"a\")", values => Text(values[0])?.ToUpperInvariant()),
        Of("ucase", 1, 1, "ucase(\"a\")", values => Text(values[0])?.ToUpperInvariant()),
        Of("split", 2, 2, "split(\"a b\", \" \")",
            values => Text(values[0])?.Split(Values.Text(values[1]).ToCharArray()).Cast<object?>().ToList()),
        Of("join", 2, Function.Any, "join(\" \", [\"a\", \"b\"])",
            values => string.Join(Values.Text(values[0]), Lists.Flat(values[1..]).Select(Values.Text))),
        Of("lpad", 3, 3, "lpad(\"a\", 3, \"x\")", values => Padding(values) + Values.Text(values[0])),
        Of("rpad", 3, 3, "rpad(\"a\", 3, \"x\")", values => Values.Text(values[0]) + Padding(values)),
        Of("left", 2, 2, "left(\"abc\", 2)", values => Part(Text(values[0]), 0, Values.Integer(values[1]))),
        Of("right", 2, 2, "right(\"abc\", 2)",
            values => Text(values[0]) is { } text ? text[^Math.Clamp(Values.Integer(values[1]), 0, text.Length)..] : null),
        Of("ltrim", 1, 1, "ltrim(\" a\")", values => Text(values[0])?.TrimStart()),
        Of("rtrim", 1, 1, "rtrim(\"a \")", values => Text(values[0])?.TrimEnd()),
        Of("trim", 1, 1, "trim(\" a \")", values => Text(values[0])?.Trim()),
        Of("equals", 2, 2, "\"a\".equals(\"A\")", values => Values.AreEqual(values[0], values[1])),
        Of("equalsIgnoreCase", 2, 2, "\"a\".equalsIgnoreCase(\"A\")",
            values => string.Equals(Text(values[0]), Text(values[1]), StringComparison.OrdinalIgnoreCase)),
    ];

    private static Function Of(string name, int least, int most, string example, Func<object?[], object?> apply) =>
        new(name, Category, least, most, example, (_, values) => apply(values));

    private static string? Text(object? value) => value is null ? null : Values.Text(value);

    private static string? Part(string? text, int start, int length)
    {
        if (text is null)
            return null;
        int from = Math.Clamp(start, 0, text.Length);
        return text.Substring(from, Math.Clamp(length, 0, text.Length - from));
    }

    private static object? Find(object?[] values)
    {
        string text = Values.Text(values[0]), part = Values.Text(values[1]);
        long at = (values.Length > 2 ? Values.Integer(values[2]) : 0) - 1;
        for (int left = values.Length > 3 ? Values.Integer(values[3]) : 1; left > 0; left--)
        {
            at = at + 1 > text.Length ? -1 : text.IndexOf(part, (int)Math.Max(0, at + 1), StringComparison.Ordinal);
            if (at < 0)
                return -1L;
        }
        return at;
    }

    private static string Padding(object?[] values)
    {
        string padding = Values.Text(values[2]) is { Length: > 0 } given ? given : " ";
        int missing = Math.Clamp(Values.Integer(values[1]) - new StringInfo(Values.Text(values[0])).LengthInTextElements, 0, 100_000);
        return string.Concat(Enumerable.Repeat(padding, missing / padding.Length + 1))[..missing];
    }
}
