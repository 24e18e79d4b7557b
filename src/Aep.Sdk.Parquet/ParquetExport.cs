using Aep.Sdk.Queries;

namespace Aep.Sdk.Parquet;

/// <summary>Results of Query Service as Parquet files.</summary>
public static class ParquetExport
{
    /// <summary>
    /// Writes the result to a Parquet file, streamed in row groups; all rows, whatever Query Service's limit. The file appears when it is
    /// whole.
    /// </summary>
    /// <param name="queries">The client.</param>
    /// <param name="sql">The SQL. Values of an interpolated string become literals; names come in through <see cref="Sql"/>.</param>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="options">Database, limits, time; null for all rows of the default database.</param>
    /// <param name="cancellationToken">Cancels the query on the server too.</param>
    /// <returns>How many rows were written.</returns>
    /// <exception cref="AepQueryException">Query Service refused the session or the SQL.</exception>
    public static Task<long> ExportToParquetAsync(
        this QueriesClient queries, SqlStatement sql, string path, QueryOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return WholeFile.WriteAsync(path, file => queries.ExportToParquetAsync(sql, file, options, cancellationToken));
    }

    /// <summary>Writes the result as Parquet, streamed in row groups; all rows, whatever Query Service's limit.</summary>
    /// <remarks>
    /// Text, booleans, whole and floating numbers keep their types, times become UTC timestamps in microseconds, decimals DECIMAL(38,
    /// 18), nested fields and
    /// arrays text.
    /// </remarks>
    /// <param name="queries">The client.</param>
    /// <param name="sql">The SQL. Values of an interpolated string become literals; names come in through <see cref="Sql"/>.</param>
    /// <param name="destination">Where to: a stream that can seek; stays open.</param>
    /// <param name="options">Database, limits, time; null for all rows of the default database.</param>
    /// <param name="cancellationToken">Cancels the query on the server too.</param>
    /// <returns>How many rows were written.</returns>
    /// <exception cref="AepQueryException">Query Service refused the session or the SQL.</exception>
    public static async Task<long> ExportToParquetAsync(
        this QueriesClient queries, SqlStatement sql, Stream destination, QueryOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(destination);
        QueryResult result = await queries.OpenAsync(sql, options, cancellationToken).ConfigureAwait(false);
        await using (result.ConfigureAwait(false)) return await ParquetRows.WriteAsync(result, destination,
            cancellationToken).ConfigureAwait(false);
    }
}
