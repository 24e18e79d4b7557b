namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// A number with the letters of its type behind it: <c>1L</c>, <c>2S</c>, <c>3Y</c>, <c>1.5D</c>, <c>1.5F</c>, <c>1.5BD</c>.
/// </summary>
internal static class NumberLiteral
{
    /// <summary>The number in the engine's dialect, or null when it has no type.</summary>
    public static string? Typed(SqlTokens tokens, int index)
    {
        if (index + 1 >= tokens.Count || tokens[index + 1].Start != tokens[index].End || tokens[index + 1].Kind != SqlTokenKind.Word)
            return null;
        string number = tokens.Text(index);
        return tokens.Text(index + 1).ToUpperInvariant() switch
        {
            "L" => $"CAST({number} AS BIGINT)",
            "S" => $"CAST({number} AS SMALLINT)",
            "Y" => $"CAST({number} AS TINYINT)",
            "D" => $"CAST({number} AS DOUBLE)",
            "F" => $"CAST({number} AS FLOAT)",
            "BD" => number,
            _ => null,
        };
    }
}
