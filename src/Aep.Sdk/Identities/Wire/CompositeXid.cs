namespace Aep.Sdk.Identities;

internal sealed record CompositeXid(long Nsid, string Id)
{
    public static CompositeXid From(IdentityReference identity) => new(
        identity.NamespaceId ?? throw new ArgumentException($"The identity {identity} has no number of a namespace."),
        identity.RequireId());
}
