using System.Text.Json.Nodes;

namespace Aep.Sdk.Schemas;

/// <summary>A field group to create.</summary>
/// <param name="Title">Title; get-or-create finds the field group by it.</param>
/// <param name="TenantProperties">XDM definitions of the fields by name. They stand under the tenant's namespace, which the client adds.</param>
/// <param name="IntendedToExtend">The classes that it may extend, see <see cref="XdmClasses"/>.</param>
public sealed record FieldGroupDefinition(string Title, JsonObject TenantProperties, IReadOnlyList<string> IntendedToExtend)
{
    /// <summary>Description.</summary>
    public string Description { get; init; } = "";
}
