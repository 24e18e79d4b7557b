namespace Aep.Sdk.Identities;

internal sealed record XidBody
{
    public required string Xid { get; init; }
}
