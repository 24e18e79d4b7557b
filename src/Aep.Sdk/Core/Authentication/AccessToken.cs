namespace Aep.Sdk;

/// <summary>A bearer token and when it ends.</summary>
/// <param name="Value">The token, without the word Bearer.</param>
/// <param name="ExpiresAt">When it ends, UTC. It is renewed before.</param>
public sealed record AccessToken(Secret Value, DateTimeOffset ExpiresAt);
