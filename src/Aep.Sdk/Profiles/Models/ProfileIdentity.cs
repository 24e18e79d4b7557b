namespace Aep.Sdk.Profiles;

/// <summary>An identity by which a profile is looked up.</summary>
/// <param name="NamespaceCode">Code of the namespace, for example <c>ECID</c>.</param>
/// <param name="Id">The value.</param>
public sealed record ProfileIdentity(string NamespaceCode, string Id);
