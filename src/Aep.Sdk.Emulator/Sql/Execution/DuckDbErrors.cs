using DuckDB.NET.Data;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>Gives the engine's errors the SQLSTATE that PostgreSQL clients know, and a place in the client's own text.</summary>
internal static class DuckDbErrors
{
    // Kind of error, a text within its message, SQLSTATE. The first line that fits decides.
    private static readonly (string Kind, string Within, string State)[] Rules =
    [
        ("Parser Error", "is not supported", SqlState.NotSupported),
        ("Parser Error", "", SqlState.SyntaxError),
        ("Binder Error", "not found in FROM clause", SqlState.UndefinedColumn),
        ("Binder Error", "does not have a column", SqlState.UndefinedColumn),
        ("Binder Error", "Could not find key", SqlState.UndefinedColumn),
        ("Binder Error", "Referenced column", SqlState.UndefinedColumn),
        ("Binder Error", "Referenced table", SqlState.UndefinedTable),
        ("Binder Error", "Ambiguous reference", SqlState.AmbiguousColumn),
        ("Binder Error", "must appear in the GROUP BY clause", SqlState.GroupingError),
        ("Binder Error", "cannot contain aggregates", SqlState.GroupingError),
        ("Binder Error", "No function matches", SqlState.UndefinedFunction),
        ("Binder Error", "Cannot compare", SqlState.DatatypeMismatch),
        ("Binder Error", "Cannot mix", SqlState.DatatypeMismatch),
        ("Binder Error", "Cannot deduce template type", SqlState.DatatypeMismatch),
        ("Binder Error", "", SqlState.SyntaxError),
        ("Catalog Error", "Function with name", SqlState.UndefinedFunction),
        ("Catalog Error", "Table with name", SqlState.UndefinedTable),
        ("Catalog Error", "", SqlState.UndefinedObject),
        ("Conversion Error", "out of range", SqlState.NumericValueOutOfRange),
        ("Conversion Error", "timestamp field value", SqlState.InvalidDatetimeFormat),
        ("Conversion Error", "date field value", SqlState.InvalidDatetimeFormat),
        ("Conversion Error", "", SqlState.InvalidTextRepresentation),
        ("Out of Range Error", "zero", SqlState.DivisionByZero),
        ("Out of Range Error", "", SqlState.NumericValueOutOfRange),
        ("Mismatch Type Error", "", SqlState.DatatypeMismatch),
        ("Invalid Input Error", "take no value of the type", SqlState.DatatypeMismatch),
        ("Invalid Input Error", "", SqlState.InvalidParameterValue),
        ("Permission Error", "", SqlState.InsufficientPrivilege),
        ("Not implemented Error", "", SqlState.NotSupported),
        ("Out of Memory Error", "", SqlState.ConfigurationLimitExceeded),
    ];

    public static SqlErrorException Translate(DuckDBException exception, SqlStatement statement)
    {
        EngineError error = EngineError.Read(exception.Message);
        bool Fits(string kind, string within) => error.Kind == kind && error.Message.Contains(within, StringComparison.Ordinal);
        string state = Array.Find(Rules, rule => Fits(rule.Kind, rule.Within)).State ?? SqlState.SystemError;
        string text = error.Message.Split('\n', 2)[0];
        return new SqlErrorException(state, text, Position(text, statement)) { Engine = error };
    }

    public static SqlErrorException Canceled(bool expired) =>
        new(SqlState.QueryCanceled, $"canceling statement due to {(expired ? "statement timeout" : "user request")}");

    // The engine saw the rewritten text, so its own position means nothing to the client: the name it complains about does.
    private static int? Position(string message, SqlStatement statement)
    {
        int open = message.IndexOf('"'), close = open < 0 ? -1 : message.IndexOf('"', open + 1);
        if (close < 0)
            return null;
        string name = message[(open + 1)..close];
        for (int index = statement.From; index < statement.To; index++)
        {
            if (statement.Tokens.Text(index).Trim('"').Equals(name, StringComparison.OrdinalIgnoreCase))
                return statement.Tokens[index].Start;
        }
        return null;
    }
}
