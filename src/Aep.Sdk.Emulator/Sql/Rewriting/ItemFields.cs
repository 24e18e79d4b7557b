using System.Text.RegularExpressions;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// <c>productListItems.SKU</c>: the field of each item of a list, as a list. That it is one is known when the engine has bound the query
/// and found no struct there.
/// </summary>
internal static partial class ItemFields
{
    /// <summary>The statement with the field as that of the items, or null when the error is another.</summary>
    public static SqlStatement? Read(SqlStatement statement, SqlErrorException error)
    {
        Match refused = NoStruct().Match(error.Message);
        if (!refused.Success)
            return null;
        (string field, string list) = (refused.Groups["field"].Value, refused.Groups["list"].Value);
        SqlTokens tokens = statement.Tokens;
        for (int index = statement.From + 2; index < statement.To; index++)
        {
            bool candidate = tokens.IsSymbol(index - 1, ".") && tokens.IsName(index) && tokens[index].Kind != SqlTokenKind.ItemField
                && tokens.Name(index).Equals(field, StringComparison.OrdinalIgnoreCase) && !tokens.IsSymbol(index + 1, "(");
            if (candidate && Ends(tokens, index - 2, list))
                return statement with { Tokens = tokens.WithKind(index, SqlTokenKind.ItemField) };
        }
        return null;
    }

    // The engine's text of the list ends with its name, or it is the item of another, or the field of the items of another.
    private static bool Ends(SqlTokens tokens, int index, string list)
    {
        if (tokens[index].Kind == SqlTokenKind.ItemField)
            return list.StartsWith("list_transform(", StringComparison.Ordinal);
        return tokens.IsName(index)
            ? LastName().Match(list).Value.Equals(tokens.Name(index), StringComparison.OrdinalIgnoreCase)
            : tokens.IsSymbol(index, "]") || tokens.IsSymbol(index, ")");
    }

    [GeneratedRegex(
        "^Cannot extract field '(?<field>.+?)' from expression \"(?<list>.+)\" because it is not a struct", RegexOptions.CultureInvariant)]
    private static partial Regex NoStruct();

    [GeneratedRegex(@"[^\W]+(?=\W*$)", RegexOptions.CultureInvariant)]
    private static partial Regex LastName();
}
