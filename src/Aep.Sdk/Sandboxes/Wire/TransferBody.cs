namespace Aep.Sdk.Sandboxes;

internal sealed record TransferBody(string PackageId, IReadOnlyList<TransferBody.Target> Targets)
{
    internal sealed record Target(string ImsOrgId);
}
