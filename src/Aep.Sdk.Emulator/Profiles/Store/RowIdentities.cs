using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>The identities that rows of a schema carry: in the fields with an identity descriptor and in the identityMap.</summary>
internal sealed class RowIdentities(IReadOnlyList<IdentityDescriptor> descriptors)
{
    private const string Map = "identityMap";

    /// <summary>The top-level columns that hold identities.</summary>
    public IReadOnlyCollection<string> Columns { get; } = [.. descriptors.Select(descriptor => descriptor.Path.Split('.')[0]).Append(Map).Distinct()];

    /// <summary>A row's identities, the primary one first; empty if it has none.</summary>
    public List<ProfileKey> Of(IReadOnlyDictionary<string, object?> row)
    {
        var keys = new List<ProfileKey>();
        foreach (IdentityDescriptor descriptor in descriptors)
        {
            foreach (string id in Texts(XdmDocuments.At(row, descriptor.Path)))
                Add(keys, ProfileKey.Of(descriptor.Namespace, id), descriptor.IsPrimary);
        }
        bool hasPrimary = descriptors.Any(descriptor => descriptor.IsPrimary) && keys.Count > 0;
        if (row.GetValueOrDefault(Map) is IReadOnlyDictionary<string, object?> map)
            AddMap(keys, map, hasPrimary);
        return keys;
    }

    private static void AddMap(List<ProfileKey> keys, IReadOnlyDictionary<string, object?> map, bool hasPrimary)
    {
        foreach ((string space, object? entries) in map)
        {
            foreach (IReadOnlyDictionary<string, object?> entry in (entries as IReadOnlyList<object?> ?? []).OfType<IReadOnlyDictionary<string, object?>>())
            {
                if (entry.GetValueOrDefault("id") is string { Length: > 0 } id)
                    Add(keys, ProfileKey.Of(space, id), !hasPrimary && entry.GetValueOrDefault("primary") is true);
            }
        }
    }

    private static void Add(List<ProfileKey> keys, ProfileKey key, bool first)
    {
        if (keys.Contains(key))
            return;
        keys.Insert(first ? 0 : keys.Count, key);
    }

    private static IEnumerable<string> Texts(object? value) => value switch
    {
        string { Length: > 0 } text => [text],
        double number => [number.ToString("R", System.Globalization.CultureInfo.InvariantCulture)],
        IReadOnlyList<object?> list => list.SelectMany(Texts),
        _ => [],
    };
}
