using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>The identities that rows of a schema carry: in the fields with an identity descriptor and in the identityMap.</summary>
internal sealed class RowIdentities(IReadOnlyList<IdentityDescriptor> descriptors)
{
    private const string Map = "identityMap";
    private readonly (string Namespace, string[] Path, bool IsPrimary)[] _fields =
        [.. descriptors.Select(descriptor => (descriptor.Namespace.ToLowerInvariant(), descriptor.Path.Split('.'), descriptor.IsPrimary))];
    private readonly bool _hasPrimary = descriptors.Any(descriptor => descriptor.IsPrimary);

    /// <summary>The top-level columns that hold identities.</summary>
    public IReadOnlyCollection<string> Columns { get; } =
        [.. descriptors.Select(descriptor => descriptor.Path.Split('.')[0]).Append(Map).Distinct()];

    /// <summary>A row's identities, the primary one first; empty if it has none.</summary>
    public List<ProfileKey> Of(IReadOnlyDictionary<string, object?> row)
    {
        var keys = new List<ProfileKey>(1);
        foreach ((string space, string[] path, bool isPrimary) in _fields)
        {
            foreach (string id in Texts(XdmDocuments.At(row, path)))
                Add(keys, new ProfileKey(space, id), isPrimary);
        }
        if (row.GetValueOrDefault(Map) is IReadOnlyDictionary<string, object?> map)
            AddMap(keys, map, _hasPrimary && keys.Count > 0);
        return keys;
    }

    private static void AddMap(List<ProfileKey> keys, IReadOnlyDictionary<string, object?> map, bool hasPrimary)
    {
        foreach ((string space, object? entries) in map)
        {
            IReadOnlyList<object?> all = entries as IReadOnlyList<object?> ?? [];
            foreach (IReadOnlyDictionary<string, object?> entry in all.OfType<IReadOnlyDictionary<string, object?>>())
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
