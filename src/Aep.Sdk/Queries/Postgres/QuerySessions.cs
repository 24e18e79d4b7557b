using Aep.Sdk.Core.Authentication;
using Aep.Sdk.Core.Json;
using Npgsql;

namespace Aep.Sdk.Queries;

/// <summary>
/// PostgreSQL sessions with Query Service: pooled by database while the access token serves that they were opened with. A new token,
/// which is there
/// before the old one ends, begins a new set of pools; a login that is refused asks for a new token once.
/// </summary>
internal sealed class QuerySessions(IQueriesApi api, ITokenSource tokens, AepOptions options) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private SessionPools? _current;

    /// <exception cref="AepQueryException">Query Service did not open a session.</exception>
    public async Task<NpgsqlConnection> OpenAsync(string? database, bool pooled, CancellationToken cancellationToken)
    {
        AccessToken? rejected = null;
        while (true)
        {
            SessionPools pools = await CurrentAsync(rejected, cancellationToken).ConfigureAwait(false);
            try
            {
                return await pools.OpenAsync(DatabaseName(database, pools), pooled, cancellationToken).ConfigureAwait(false);
            }
            catch (PostgresException refused) when (rejected is null && refused.SqlState is "28P01" or "28000")
            {
                rejected = pools.Token;
            }
            catch (ObjectDisposedException) when (pools != _current && _current is not null)
            {
                // Somebody else has just begun to use a new token.
            }
            catch (NpgsqlException error)
            {
                throw QueryErrors.From(error,
                    $"Query Service at {pools.Address} did not open a session on {DatabaseName(database, pools)}");
            }
        }
    }

    public void Dispose() => _current?.Dispose();

    private string DatabaseName(string? database, SessionPools pools) => database switch
    {
        null => pools.DefaultDatabase,
        _ when database.Contains(':', StringComparison.Ordinal) => database,
        _ => $"{options.SandboxName}:{database}",
    };

    private async Task<SessionPools> CurrentAsync(AccessToken? rejected, CancellationToken cancellationToken)
    {
        AccessToken token = await tokens.GetTokenAsync(rejected, cancellationToken).ConfigureAwait(false);
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_current is { } current && current.Token == token && (rejected is null || rejected != token)) return current;
            QueryConnection parameters = (await api.GetConnectionParametersAsync(cancellationToken).ConfigureAwait(false))
                .Required("GET /connection_parameters");
            var next = new SessionPools(token, parameters, options.TrustedCertificateFile);
            SessionPools? previous = _current;
            _current = next;
            previous?.Dispose(); // sessions at work end when they are given back
            return next;
        }
        finally
        {
            _gate.Release();
        }
    }
}
