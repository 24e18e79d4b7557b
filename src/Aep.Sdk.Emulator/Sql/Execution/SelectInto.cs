namespace Aep.Sdk.Emulator.Sql;

/// <summary><c>SELECT … INTO [TABLE] name FROM …</c>: another way to write CREATE TABLE AS.</summary>
internal static class SelectInto
{
    /// <summary>The statement as CREATE TABLE AS would be read, or null when it is no SELECT INTO.</summary>
    public static CreateTableStatement? TryParse(SqlStatement statement)
    {
        (SqlTokens tokens, int into) = (statement.Tokens, statement.Into);
        if (into < 0)
            return null;
        int at = into + 1;
        if (tokens.IsAny(at, "TEMPORARY", "TEMP", "UNLOGGED"))
            throw SqlErrorException.NotSupported($"SELECT INTO {tokens.Text(at).ToUpperInvariant()}", tokens[at].Start);
        at += tokens.Is(at, "TABLE") ? 1 : 0;
        TableName name = TableName.Read(tokens, ref at, statement.To);
        // The query is the same text with blanks in the place of the clause, so that errors still point to the client's text.
        (int start, int end, int last) = (tokens[into].Start, tokens[at - 1].End, tokens[statement.To - 1].End);
        string text = new string(' ', tokens[statement.From].Start) + tokens.Sql[tokens[statement.From].Start..start]
            + new string(' ', end - start) + tokens.Sql[end..last];
        return new CreateTableStatement(name, IfNotExists: false, SchemaTitle: null, ProfileEnabled: false, SqlScript.Parse(text)[0]);
    }
}
