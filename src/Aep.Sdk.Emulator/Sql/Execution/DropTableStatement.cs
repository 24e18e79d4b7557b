namespace Aep.Sdk.Emulator.Sql;

/// <summary><c>DROP TABLE [IF EXISTS] name</c> or <c>DROP TABLESAMPLE name</c>.</summary>
internal sealed record DropTableStatement(TableName Name, bool IfExists)
{
    public static DropTableStatement Parse(SqlStatement statement)
    {
        int at = statement.From + 2;
        bool ifExists = statement.Tokens.AreWords(at, "IF", "EXISTS");
        at += ifExists ? 2 : 0;
        TableName name = TableName.Read(statement.Tokens, ref at, statement.To);
        return at == statement.To ? new DropTableStatement(name, ifExists) : throw statement.Tokens.SyntaxError(at);
    }
}
