using System.Collections.Concurrent;
using Aep.Sdk.Core.Json;
using Npgsql;

namespace Aep.Sdk.Queries;

/// <summary>The pools of one access token: one a database, and beside it one that does not pool, for texts that leave something in their
/// session.</summary>
internal sealed class SessionPools(AccessToken token, QueryConnection parameters, string? trustedCertificateFile) : IDisposable
{
    private readonly ConcurrentDictionary<(string Database, bool Pooled), Lazy<NpgsqlDataSource>> _sources = new();
    private volatile bool _disposed;

    public AccessToken Token => token;

    public string DefaultDatabase { get; } = parameters.DbName.Required("GET /connection_parameters");

    public string Address => $"{parameters.Host}:{parameters.Port}";

    public async Task<NpgsqlConnection> OpenAsync(string database, bool pooled, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        NpgsqlDataSource source = _sources.GetOrAdd((database, pooled), key => new(() => Build(key.Database, key.Pooled))).Value;
        return await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        _disposed = true;
        foreach (Lazy<NpgsqlDataSource> source in _sources.Values) source.Value.Dispose();
    }

    private NpgsqlDataSource Build(string database, bool pooled)
    {
        // The slim one, and of the rest what Query Service has: no ranges, geometry or text search, which a trimmed program would carry.
        var builder = new NpgsqlSlimDataSourceBuilder(ConnectionString(database, pooled));
        builder.EnableTransportSecurity();
        builder.EnableArrays();
        builder.EnableExtraConversions(); // BigInteger, for decimals of 38 digits
        // Query Service speaks PostgreSQL's protocol but has no pg_type to read.
        builder.ConfigureTypeLoading(types => types.EnableTypeLoading(false));
        return builder.Build();
    }

    private string ConnectionString(string database, bool pooled) => new NpgsqlConnectionStringBuilder
    {
        Host = parameters.Host.Required("GET /connection_parameters"),
        Port = parameters.Port,
        Database = database,
        Username = parameters.Username.Required("GET /connection_parameters"),
        Password = parameters.Token.Required("GET /connection_parameters").Reveal(),
        SslMode = SslMode.VerifyFull,
        GssEncryptionMode = GssEncryptionMode.Disable, // TLS or nothing
        RootCertificate = trustedCertificateFile,
        Pooling = pooled,
        // What would need a reset does not run in a pooled session, and DISCARD ALL is no statement that Adobe documents.
        NoResetOnClose = true,
        ApplicationName = "Aep.Sdk",
    }.ConnectionString;
}
