namespace Aep.Sdk.Emulator.Sql;

/// <summary>The name of a table that a statement changes.</summary>
internal sealed record TableName(string Name, int Position)
{
    /// <summary>What stands before it: a schema, or a database and a schema.</summary>
    public IReadOnlyList<string> Qualifiers { get; init; } = [];

    /// <summary>Reads a name, qualified or not, and moves behind it.</summary>
    public static TableName Read(SqlTokens tokens, ref int at, int to)
    {
        if (at >= to || !tokens.IsName(at))
            throw tokens.SyntaxError(at >= to ? tokens.Count : at);
        int start = at++;
        while (at + 1 < to && tokens.IsSymbol(at, ".") && tokens.IsName(at + 1))
            at += 2;
        return new TableName(tokens.Name(at - 1), tokens[start].Start)
        {
            Qualifiers = [.. Enumerable.Range(start, at - 1 - start).Where(tokens.IsName).Select(tokens.Name)],
        };
    }

    /// <summary>A dataset's table name needs no quotes.</summary>
    public void CheckIsPlain()
    {
        if (!Name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_') || char.IsAsciiDigit(Name[0]))
            throw new SqlErrorException(SqlState.InvalidName, $"\"{Name}\" is no table name: letters, digits and _ are", Position);
    }
}
