namespace Aep.Sdk.Queries;

/// <content>Results as files.</content>
public partial class QueriesClient
{
    /// <summary>
    /// Writes the result to a file of comma-separated values, streamed; all rows, whatever Query Service's limit. The file appears when
    /// it is whole.
    /// </summary>
    /// <param name="sql">The SQL. Values of an interpolated string become literals; names come in through <see cref="Sql"/>.</param>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="options">Database, limits, time; null for all rows of the default database.</param>
    /// <param name="cancellationToken">Cancels the query on the server too.</param>
    /// <returns>How many rows were written.</returns>
    /// <exception cref="AepQueryException">Query Service refused the session or the SQL.</exception>
    public virtual async Task<long> ExportToCsvAsync(
        SqlStatement sql, string path, QueryOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return await WholeFile.WriteAsync(path, file => ExportToCsvAsync(sql, file, options, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Writes the result as comma-separated values (RFC 4180, UTF-8, with a line of names), streamed; all rows, whatever Query
    /// Service's limit.</summary>
    /// <remarks>NULL is empty, an empty text is <c>""</c>, times are ISO 8601 in UTC, numbers have a point.</remarks>
    /// <param name="sql">The SQL. Values of an interpolated string become literals; names come in through <see cref="Sql"/>.</param>
    /// <param name="destination">Where to; stays open.</param>
    /// <param name="options">Database, limits, time; null for all rows of the default database.</param>
    /// <param name="cancellationToken">Cancels the query on the server too.</param>
    /// <returns>How many rows were written.</returns>
    /// <exception cref="AepQueryException">Query Service refused the session or the SQL.</exception>
    public virtual async Task<long> ExportToCsvAsync(
        SqlStatement sql, Stream destination, QueryOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        QueryResult result = await OpenAsync(sql, options, cancellationToken).ConfigureAwait(false);
        await using (result.ConfigureAwait(false)) return await CsvRows.WriteAsync(result, destination,
            cancellationToken).ConfigureAwait(false);
    }
}
