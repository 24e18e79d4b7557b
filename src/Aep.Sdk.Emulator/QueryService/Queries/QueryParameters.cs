using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Aep.Sdk.Emulator.Lake;
using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.QueryService.Queries;

/// <summary>
/// Puts query parameters in the place of <c>$name</c>. The API's own example has parameters for columns and tables, so numbers, names and
/// quoted literals go in as they are; any other text becomes a quoted literal and can never become SQL. Literals and comments are left
/// alone.
/// </summary>
internal static partial class QueryParameters
{
    public static string Substitute(string sql, JsonObject parameters)
    {
        SqlTokens tokens = SqlTokenizer.Tokenize(sql);
        var text = new StringBuilder();
        int copied = 0;
        for (int index = 0; index < tokens.Count; index++)
        {
            if (tokens[index].Kind != SqlTokenKind.Parameter)
                continue;
            string name = tokens.Name(index);
            JsonNode value = parameters[name] ?? throw QueryErrors.BadRequest($"No value is given for the query parameter ${name}.");
            text.Append(sql, copied, tokens[index].Start - copied).Append(Value(name, value));
            copied = tokens[index].End;
        }
        return text.Append(sql, copied, sql.Length - copied).ToString();
    }

    private static string Value(string name, JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.String => Text(value.GetValue<string>()),
        JsonValueKind.Number => value.ToJsonString(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => throw QueryErrors.BadRequest($"The query parameter {name} must be a text, a number or a boolean."),
    };

    private static string Text(string value)
    {
        bool number = decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        return number || NameOrLiteral().IsMatch(value) ? value : DuckDb.Literal(value);
    }

    [GeneratedRegex(@"\A(?:[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*|'(?:[^']|'')*')\z")]
    private static partial Regex NameOrLiteral();
}
