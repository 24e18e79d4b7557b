namespace Aep.Sdk.Sandboxes;

internal sealed record PackagePublication(string Id, string Action = "UPDATE", string PackageVisibility = "PUBLIC");
