using System.Diagnostics.CodeAnalysis;

namespace Aep.Sdk.Queries;

/// <summary>A prepared statement of a <see cref="QuerySession"/>.</summary>
public class PreparedQuery
{
    private readonly QuerySession _session;
    private readonly SqlName _name;

    internal PreparedQuery(QuerySession session, SqlName name) => (_session, _name) = (session, name);

    /// <summary>For substitutes in tests.</summary>
    protected PreparedQuery() => _session = null!;

    /// <summary>Runs it and streams the rows: <c>EXECUTE {name}(…)</c>.</summary>
    /// <param name="values">The values for <c>$1</c>, <c>$2</c> …, of the types that interpolation takes.</param>
    /// <param name="cancellationToken">Cancels the query on the server too.</param>
    /// <exception cref="AepQueryException">Query Service refused the values.</exception>
    public virtual IAsyncEnumerable<QueryRow> QueryAsync(IReadOnlyList<object?> values, CancellationToken cancellationToken = default) =>
        _session.QueryAsync(Execute(values), cancellationToken);

    /// <summary>Runs it and streams the rows as objects: <c>EXECUTE {name}(…)</c>.</summary>
    /// <typeparam name="T">A record or class, or a simple type for a single column.</typeparam>
    /// <param name="values">The values for <c>$1</c>, <c>$2</c> …, of the types that interpolation takes.</param>
    /// <param name="cancellationToken">Cancels the query on the server too.</param>
    /// <exception cref="AepQueryException">Query Service refused the values.</exception>
    public virtual IAsyncEnumerable<T> QueryAsync<[DynamicallyAccessedMembers(RowShape.Members)] T>(
        IReadOnlyList<object?> values, CancellationToken cancellationToken = default) =>
            _session.QueryAsync<T>(Execute(values), cancellationToken);

    private SqlStatement Execute(IReadOnlyList<object?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Count == 0
            ? (SqlStatement)$"EXECUTE {_name}"
            : SqlStatement.FromText($"EXECUTE {_name}({string.Join(", ", values.Select(SqlLiteral.OfAny))})");
    }
}
