using Aep.Sdk.Schemas;

namespace Aep.Sdk.Datasets;

/// <summary>Which columns of a derived dataset come from which fields of its source, as far as names tell.</summary>
internal sealed class DerivedColumns(XdmFieldTree source, XdmFieldTree derived)
{
    private static readonly string[] NoNames = ["properties", "items", "additionalProperties"];

    /// <summary>
    /// The paths in the derived schema, as <c>/_acme/age</c>, of what comes from a field: the same place, or, as SQL makes them, a column
    /// of the same name in any case. A label of an object is one of each of its members.
    /// </summary>
    /// <param name="path">The field in the source: <c>/properties/_acme/properties/age</c> or <c>/_acme/age</c>.</param>
    public IEnumerable<string> From(string path)
    {
        string place = string.Join('.', path.Split('/', StringSplitOptions.RemoveEmptyEntries).Except(NoNames));
        if (derived.Find(place) is { } same) return [SchemaPath(same)];
        HashSet<string> names = source.Find(place) is { } field
            ? [.. field.SelfAndDescendants().Where(IsColumn).Select(part => part.Name)]
            : [place[(place.LastIndexOf('.') + 1)..]];
        return derived.All.Where(column => IsColumn(column) && names.Contains(column.Name, StringComparer.OrdinalIgnoreCase))
            .Select(SchemaPath);
    }

    // The elements of a list, and the values of a map, have no name of their own.
    private static bool IsColumn(XdmField field) => field.Name.Length > 0 && field.Fields.Count == 0;

    private static string SchemaPath(XdmField field) => "/" + XdmPath.Normalize(field.Path).Replace('.', '/');
}
