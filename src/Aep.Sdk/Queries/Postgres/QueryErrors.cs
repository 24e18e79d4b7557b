using Npgsql;

namespace Aep.Sdk.Queries;

/// <summary>Npgsql's exceptions as ours, so that callers need not know Npgsql.</summary>
internal static class QueryErrors
{
    public static AepQueryException From(NpgsqlException error, string what) => error is PostgresException server
        ? new AepQueryException(
            $"{what}: {server.SqlState}: {server.MessageText}{Line("Detail", server.Detail)}{Line("Hint", server.Hint)}")
        {
            SqlState = server.SqlState,
            Detail = server.Detail,
            Hint = server.Hint,
            Position = server.Position,
            IsTransient = server.IsTransient,
        }
        : new AepQueryException($"{what}: {error.GetBaseException().Message}") { IsTransient = error.IsTransient };

    public static AepQueryException Cut() => new(
        $"The result has {InteractiveText.RowLimit:N0} rows, all that Query Service gives of a statement without LIMIT: there are probably "
            + "more. "
        + "Ask for all with QueryOptions.AllRows (LIMIT 0), write a LIMIT, or take the rows as they are: QueryOptions.AcceptCutResult.");

    private static string Line(string label, string? text) =>
        string.IsNullOrEmpty(text) ? string.Empty : $"{Environment.NewLine}{label}: {text}";
}
