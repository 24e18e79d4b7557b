namespace Aep.Sdk.Emulator.Ims;

/// <summary>What an access token says.</summary>
internal sealed record TokenClaims(string ClientId, string Scope, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);
