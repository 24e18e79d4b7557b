using System.Text.Json;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Schemas;

/// <summary>
/// The fields of a schema, class, field group or data type as a tree: what an event or a record of it must look like. Read it with
/// <see cref="SchemasClient.GetFieldsAsync"/>, or from a document that is at hand with
/// <see cref="Parse(JsonElement, IReadOnlyList{Descriptor})"/>.
/// </summary>
public sealed class XdmFieldTree
{
    private readonly Dictionary<string, XdmField> _byPath;

    internal XdmFieldTree(XdmField root, XdmDocument document)
    {
        Root = root;
        SchemaId = document.Id;
        Title = document.Title;
        TenantNamespace = document.TenantNamespace;
        UnresolvedReferences = document.Unresolved;
        // A path is unique once the marks of lists and maps are gone: a list has elements of one type, a map values of one.
        _byPath = new Dictionary<string, XdmField>(StringComparer.Ordinal);
        foreach (XdmField field in All)
            _byPath.TryAdd(XdmPath.Normalize(field.Path), field);
    }

    /// <summary>The URI that names the resource (<c>$id</c>), where the document has it.</summary>
    public string? SchemaId { get; }

    /// <summary>Title of the resource.</summary>
    public string? Title { get; }

    /// <summary>The member that holds the organisation's own fields, <c>_acme</c>; null where the document has none.</summary>
    public string? TenantNamespace { get; }

    /// <summary>The object that holds everything. Its <see cref="XdmField.Fields"/> are the members of an event or record.</summary>
    public XdmField Root { get; }

    /// <summary>All fields without the root, each before those that it holds.</summary>
    public IEnumerable<XdmField> All => Root.SelfAndDescendants().Skip(1);

    /// <summary>
    /// Resources whose fields are missing here, because the document only refers to them. Empty for a schema that was read with
    /// <see cref="XdmFormat.Full"/>.
    /// </summary>
    public IReadOnlyList<string> UnresolvedReferences { get; }

    /// <summary>Reads a document as the registry gives it, resolved or not.</summary>
    /// <param name="resource">The schema, class, field group or data type.</param>
    /// <param name="descriptors">Descriptors of the schema, to be found at their fields.</param>
    /// <exception cref="AepException">The document is no XDM; the message says where.</exception>
    public static XdmFieldTree Parse(JsonElement resource, IReadOnlyList<Descriptor>? descriptors = null) =>
        new XdmTreeReader(new XdmDocument(resource), descriptors ?? []).Read();

    /// <inheritdoc cref="Parse(JsonElement, IReadOnlyList{Descriptor})"/>
    public static XdmFieldTree Parse(JsonObject resource, IReadOnlyList<Descriptor>? descriptors = null)
    {
        ArgumentNullException.ThrowIfNull(resource);
        using JsonDocument document = JsonDocument.Parse(resource.ToJsonString());
        return Parse(document.RootElement.Clone(), descriptors);
    }

    /// <summary>The field at a path, or null.</summary>
    /// <param name="path">
    /// With dots, <c>_acme.orders[].sku</c>, or with slashes, <c>/_acme/orders/sku</c>; marks of lists and maps may be left out.
    /// </param>
    public XdmField? Find(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        string normal = XdmPath.Normalize(path);
        return normal.Length == 0 ? Root : _byPath.GetValueOrDefault(normal);
    }

    /// <summary>What differs in another tree, seen as a later version of this one.</summary>
    public XdmComparison CompareWith(XdmFieldTree later)
    {
        ArgumentNullException.ThrowIfNull(later);
        return new XdmComparer(this, later).Compare();
    }

    /// <summary>The fields as a table for people: one line a field, with its type, whether it is required, and its title.</summary>
    public string ToTable() => XdmTable.Write(this);

    /// <inheritdoc/>
    public override string ToString() => $"{Title ?? SchemaId}: {All.Count()} fields";
}
