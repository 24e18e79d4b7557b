namespace Aep.Sdk.Destinations;

/// <summary>An account of Azure Data Lake Storage Gen2 and the service principal that writes to it.</summary>
/// <param name="Url">The account's address, for example <c>https://account.dfs.core.windows.net/container</c>.</param>
/// <param name="Tenant">The tenant's id.</param>
/// <param name="Id">The service principal's id.</param>
/// <param name="Key">Its key.</param>
public sealed record ServicePrincipal(Uri Url, string Tenant, string Id, Secret Key);
