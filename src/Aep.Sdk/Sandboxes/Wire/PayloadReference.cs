namespace Aep.Sdk.Sandboxes;

/// <summary>Names a public package.</summary>
internal sealed record PayloadReference(string ImsOrgId, string PackageId);
