using System.Text.Json;

namespace Aep.Sdk.Schemas;

/// <summary>A document of the registry, and what of it could not be resolved.</summary>
internal sealed class XdmDocument
{
    private const string Tenant = "https://ns.adobe.com/";
    private readonly JsonElement _root;
    private readonly List<string> _unresolved = [];

    public XdmDocument(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw new AepException($"A schema is a JSON object; this is {root.ValueKind}.");
        _root = root;
        Id = root.Text("$id");
        Title = root.Text("title");
        TenantNamespace = root.Text("meta:tenantNamespace") ?? NamespaceOf(Id);
    }

    public JsonElement Root => _root;

    public string? Id { get; }

    public string? Title { get; }

    public string? TenantNamespace { get; }

    public IReadOnlyList<string> Unresolved => _unresolved;

    /// <summary>A definition of this document (<c>#/definitions/customFields</c>); null for another document, which is noted.</summary>
    public (JsonElement Element, string Location)? Resolve(string reference)
    {
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
        {
            if (!_unresolved.Contains(reference))
                _unresolved.Add(reference);
            return null;
        }
        JsonElement element = _root;
        foreach (string token in reference[2..].Split('/'))
        {
            string name =
                Uri.UnescapeDataString(token).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                throw new AepException($"{Title ?? Id}: the reference {reference} leads nowhere.");
        }
        return (element, reference[1..]);
    }

    // https://ns.adobe.com/acme/schemas/… belongs to _acme; https://ns.adobe.com/xdm/… to Adobe.
    private static string? NamespaceOf(string? id)
    {
        if (id is null || !id.StartsWith(Tenant, StringComparison.Ordinal))
            return null;
        string owner = id[Tenant.Length..].Split('/')[0];
        return XdmContainer.OfId(id) == XdmContainer.Global ? null : "_" + owner;
    }
}
