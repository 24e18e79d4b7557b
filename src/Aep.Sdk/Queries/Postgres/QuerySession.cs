using Npgsql;

namespace Aep.Sdk.Queries;

/// <summary>One PostgreSQL session with Query Service, for the statements of one call.</summary>
/// <remarks>
/// Sessions are not pooled: a pooled one would carry settings (SET …) from one call into the next, or need DISCARD ALL, and would outlive the
/// access token it was opened with.
/// </remarks>
internal sealed class QuerySession : IAsyncDisposable
{
    // Query Service ends an interactive query after ten minutes.
    private const int TimeoutSeconds = 600;

    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlConnection _connection;

    private QuerySession(NpgsqlDataSource source, NpgsqlConnection connection)
    {
        _source = source;
        _connection = connection;
    }

    public static async Task<QuerySession> OpenAsync(QueryEndpoint endpoint, string? trustedCertificateFile, CancellationToken cancellationToken)
    {
        var builder = new NpgsqlDataSourceBuilder(ConnectionString(endpoint, trustedCertificateFile));
        // Query Service speaks PostgreSQL's protocol but has no pg_type to read.
        builder.ConfigureTypeLoading(types => types.EnableTypeLoading(false));
        NpgsqlDataSource source = builder.Build();
        try
        {
            return new QuerySession(source, await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (NpgsqlException error)
        {
            await source.DisposeAsync().ConfigureAwait(false);
            throw QueryErrors.From(error, $"Query Service at {endpoint.Host}:{endpoint.Port} did not open a session on {endpoint.Database}");
        }
        catch
        {
            await source.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Runs the statements; the reader gives the rows of the first one that returns columns.</summary>
    public async Task<QueryReader> ReadAsync(string sql, CancellationToken cancellationToken)
    {
        NpgsqlCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = TimeoutSeconds;
        try
        {
            return new QueryReader(command, await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (NpgsqlException error)
        {
            await command.DisposeAsync().ConfigureAwait(false);
            throw QueryErrors.From(error, "Query Service refused the query");
        }
        catch
        {
            await command.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync().ConfigureAwait(false);
        await _source.DisposeAsync().ConfigureAwait(false);
    }

    private static string ConnectionString(QueryEndpoint endpoint, string? trustedCertificateFile) => new NpgsqlConnectionStringBuilder
    {
        Host = endpoint.Host,
        Port = endpoint.Port,
        Database = endpoint.Database,
        Username = endpoint.Username,
        Password = endpoint.Token.Reveal(),
        SslMode = SslMode.VerifyFull,
        RootCertificate = trustedCertificateFile,
        Pooling = false,
        ApplicationName = "Aep.Sdk",
    }.ConnectionString;
}
