namespace Aep.Sdk.Queries;

/// <summary>The answer of <c>GET /connection_parameters</c>. A class, not a record: a record would print the token.</summary>
internal sealed class ConnectionParametersBody
{
    public string? Host { get; init; }

    public int Port { get; init; }

    public string? Username { get; init; }

    public string? Token { get; init; }

    public string? DbName { get; init; }
}
