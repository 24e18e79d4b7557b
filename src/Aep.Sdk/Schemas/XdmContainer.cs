namespace Aep.Sdk.Schemas;

/// <summary>Where a resource of the registry lives.</summary>
/// <param name="Value">The value as AEP writes it in a path.</param>
public readonly record struct XdmContainer(string Value) : IOpenString<XdmContainer>
{
    private static readonly string[] GlobalPrefixes =
        ["https://ns.adobe.com/xdm/", "https://ns.adobe.com/experience/", "_xdm.", "_experience."];

    /// <summary>Resources of the organisation.</summary>
    public static XdmContainer Tenant => new("tenant");

    /// <summary>Resources of Adobe and its partners; they can only be read.</summary>
    public static XdmContainer Global => new("global");

    /// <summary>Where a resource with this <c>$id</c> or <c>meta:altId</c> lives: those of Adobe's own namespaces are global.</summary>
    public static XdmContainer OfId(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return GlobalPrefixes.Any(prefix => id.StartsWith(prefix, StringComparison.Ordinal)) ? Global : Tenant;
    }

    /// <inheritdoc/>
    public static XdmContainer Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
