using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>A statement of the extended protocol.</summary>
/// <param name="statement">The statement, or null for an empty text.</param>
/// <param name="parameterTypes">Declared types; 0 where the client leaves it open.</param>
internal sealed class PreparedStatement(SqlStatement? statement, IReadOnlyList<uint> parameterTypes)
{
    public SqlStatement? Statement { get; } = statement;
    public IReadOnlyList<uint> ParameterTypes { get; } = parameterTypes;

    /// <summary>The types as they are described to the client: text where it left them open.</summary>
    public IReadOnlyList<uint> DescribedTypes => [.. ParameterTypes.Select(type => type == 0 ? PostgresType.Text.Oid : type)];

    /// <summary>Values that let the statement be described before it is bound.</summary>
    public SqlValues Placeholders => SqlValues.None with { Parameters = [.. ParameterTypes.Select(ParameterValues.Placeholder)] };

    public static PreparedStatement Create(ParseMessage message)
    {
        IReadOnlyList<SqlStatement> statements = SqlScript.Parse(message.Sql);
        if (statements.Count > 1)
            throw new SqlErrorException(SqlState.SyntaxError, "cannot insert multiple commands into a prepared statement");
        SqlStatement? statement = statements.FirstOrDefault();
        // A $1 inside PREPARE is a parameter of what it prepares, not of the message.
        int count =
            Math.Max(message.ParameterTypes.Count, statement is null || statement.StartsWith("PREPARE") ? 0 : statement.HighestParameter);
        return new PreparedStatement(statement,
            [.. Enumerable.Range(0, count).Select(index => index < message.ParameterTypes.Count ? message.ParameterTypes[index] : 0)]);
    }
}
