using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Queries;

/// <summary>Where and as whom to open a PostgreSQL session. A class, not a record: a record would print the token.</summary>
internal sealed class QueryEndpoint
{
    public required string Host { get; init; }

    public required int Port { get; init; }

    public required string Database { get; init; }

    public required string Username { get; init; }

    public required Secret Token { get; init; }

    public static QueryEndpoint From(ConnectionParametersBody body) => new()
    {
        Host = body.Host.Required("GET /connection_parameters"),
        Port = body.Port,
        Database = body.DbName.Required("GET /connection_parameters"),
        Username = body.Username.Required("GET /connection_parameters"),
        Token = new Secret(body.Token.Required("GET /connection_parameters")),
    };
}
