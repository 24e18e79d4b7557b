namespace Aep.Sdk.Core.Authentication;

/// <summary>A bearer token and when it ends.</summary>
internal sealed record AccessToken(Secret Value, DateTimeOffset ExpiresAt);
