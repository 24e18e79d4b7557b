using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Identities;

/// <summary>
/// The XDM field <c>identityMap</c>: the identities of the person that a record is about, by namespace. Immutable; serializes as XDM wants
/// it.
/// </summary>
/// <example><code>
/// IdentityMap map = IdentityMap.Empty.Add("ECID", Ecid.Create().ToString(), isPrimary: true).Add("Email", "ann@example.com");
/// </code></example>
[JsonConverter(typeof(IdentityMapConverter))]
public sealed class IdentityMap
{
    private readonly ImmutableSortedDictionary<string, ImmutableArray<IdentityMapItem>> _items;

    internal IdentityMap(ImmutableSortedDictionary<string, ImmutableArray<IdentityMapItem>> items) => _items = items;

    /// <summary>Without identities.</summary>
    public static IdentityMap Empty { get; } =
        new(ImmutableSortedDictionary.Create<string, ImmutableArray<IdentityMapItem>>(StringComparer.Ordinal));

    /// <summary>Codes of the namespaces.</summary>
    public IEnumerable<string> Namespaces => _items.Keys;

    /// <summary>The primary identity with its namespace; null where none is marked.</summary>
    public (string Namespace, IdentityMapItem Item)? Primary
    {
        get
        {
            foreach ((string code, ImmutableArray<IdentityMapItem> items) in _items)
            {
                if (items.FirstOrDefault(item => item.IsPrimary) is { } primary)
                    return (code, primary);
            }
            return null;
        }
    }

    /// <summary>The identities of a namespace; none where it is not in the map.</summary>
    /// <param name="namespaceCode">Code of the namespace.</param>
    public IReadOnlyList<IdentityMapItem> this[string namespaceCode] =>
        _items.TryGetValue(namespaceCode, out ImmutableArray<IdentityMapItem> items) ? items : [];

    /// <summary>A map with one identity more. An identity that is there already is replaced.</summary>
    /// <param name="namespaceCode">Code of the namespace, for example <c>ECID</c>; case counts.</param>
    /// <param name="id">The value.</param>
    /// <param name="isPrimary">Whether the record is filed under this identity.</param>
    /// <param name="authenticatedState"><c>ambiguous</c>, <c>authenticated</c> or <c>loggedOut</c>; null leaves it out.</param>
    /// <exception cref="ArgumentException">Something is empty, or another identity is the primary one already.</exception>
    public IdentityMap Add(string namespaceCode, string id, bool isPrimary = false, string? authenticatedState = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(namespaceCode);
        ArgumentException.ThrowIfNullOrEmpty(id);
        if (isPrimary && Primary is { } other && (other.Namespace != namespaceCode || other.Item.Id != id))
            throw new ArgumentException(
                $"The map has a primary identity already, in the namespace {other.Namespace}. A record has one.", nameof(isPrimary));
        ImmutableArray<IdentityMapItem> items = _items.TryGetValue(namespaceCode, out ImmutableArray<IdentityMapItem> found) ? found : [];
        var item = new IdentityMapItem(id) { IsPrimary = isPrimary, AuthenticatedState = authenticatedState };
        return new IdentityMap(_items.SetItem(namespaceCode, items.RemoveAll(known => known.Id == id).Add(item)));
    }
}
