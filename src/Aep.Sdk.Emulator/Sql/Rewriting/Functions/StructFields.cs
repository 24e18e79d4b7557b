using System.Globalization;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>The names of the fields that a struct is made with.</summary>
internal static class StructFields
{
    /// <summary>The name of a field of <c>struct(expression AS name, column)</c>; any other expression is col1, col2, …</summary>
    public static string Name(SqlTokens tokens, Range range, int index)
    {
        (int from, int to) = (range.Start.Value, range.End.Value);
        bool named = to - from >= 3 && tokens.Is(to - 2, "AS");
        bool column = tokens.IsName(to - 1) && (to - from == 1 || tokens.IsSymbol(to - 2, "."))
            && !tokens.IsAny(to - 1, "NULL", "TRUE", "FALSE");
        return named || column ? tokens.Name(to - 1) : "col" + (index + 1).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Structs of one array have the same fields: the engine would give each those of all, with NULL in them.</summary>
    /// <exception cref="SqlErrorException">Two of them, which the query makes in the array, differ.</exception>
    public static FunctionCall CheckSame(FunctionCall array)
    {
        string[]? first = null;
        foreach (Range range in array.Ranges)
        {
            if (Of(array.Tokens, range) is not string[] names)
                continue;
            first ??= names;
            if (!names.SequenceEqual(first, StringComparer.OrdinalIgnoreCase))
                throw new SqlErrorException(
                    SqlState.DatatypeMismatch,
                    $"the items of an array have one type: a struct of {string.Join(", ", first)} and one of {string.Join(", ", names)} "
                        + "do not",
                    array.Tokens[range.Start.Value].Start);
        }
        return array;
    }

    private static string[]? Of(SqlTokens tokens, Range range)
    {
        (int from, int to) = (range.Start.Value, range.End.Value);
        if (!tokens.IsAny(from, "STRUCT", "NAMED_STRUCT") || !tokens.IsSymbol(from + 1, "(") || tokens.Close(from + 1, to) != to - 1)
            return null;
        List<Range> fields = tokens.Arguments(from + 1, to - 1);
        return tokens.Is(from, "STRUCT")
            ? [.. fields.Select((field, index) => Name(tokens, field, index))]
            : [.. fields.Where((_, index) => index % 2 == 0).Select(field => tokens.StringValue(field.Start.Value) ?? "")];
    }
}
