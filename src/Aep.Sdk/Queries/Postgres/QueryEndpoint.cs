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
        Host = body.Host.Required(),
        Port = body.Port,
        Database = body.DbName.Required(),
        Username = body.Username.Required(),
        Token = new Secret(body.Token.Required()),
    };
}
