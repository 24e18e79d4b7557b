namespace Aep.Sdk.Schemas;

/// <summary>An identity among the organisation's own fields.</summary>
/// <param name="Path">Where it stands below the tenant's namespace, with dots: <c>user.email</c>.</param>
/// <param name="NamespaceCode">Code of the namespace.</param>
/// <param name="IsPrimary">True for the schema's primary identity.</param>
public sealed record XdmIdentity(string Path, string NamespaceCode, bool IsPrimary);
