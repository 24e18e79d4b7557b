namespace Aep.Sdk.Emulator.Sql;

/// <summary><c>database.schema</c>, as statements about data groups name a schema.</summary>
internal sealed record QualifiedSchema(string Database, string Schema, int Position)
{
    /// <summary>Reads the name and moves behind it.</summary>
    public static QualifiedSchema Read(SqlTokens tokens, ref int at, int to)
    {
        if (at >= to || !tokens.IsName(at))
            throw tokens.SyntaxError(Math.Min(at, to));
        if (at + 2 >= to || !tokens.IsSymbol(at + 1, ".") || !tokens.IsName(at + 2))
        {
            throw new SqlErrorException(
                SqlState.SyntaxError, $"a schema is named with its database: database.{tokens.Name(at)}", tokens[at].Start);
        }
        at += 3;
        return new QualifiedSchema(tokens.Name(at - 3), tokens.Name(at - 1), tokens[at - 3].Start);
    }

    public SqlErrorException Missing() => new(SqlState.InvalidSchemaName, $"schema \"{Database}.{Schema}\" does not exist", Position);
}
