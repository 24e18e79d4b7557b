namespace Aep.Sdk.Schemas;

/// <summary>The field is an identity.</summary>
/// <param name="namespaceCode">Code of the namespace, for example <c>ECID</c> or <c>Email</c>.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class XdmIdentityAttribute(string namespaceCode) : Attribute
{
    /// <summary>Code of the namespace.</summary>
    public string NamespaceCode { get; } = namespaceCode;

    /// <summary>True for the schema's primary identity, of which there is one.</summary>
    public bool Primary { get; set; }
}
