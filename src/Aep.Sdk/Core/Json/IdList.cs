namespace Aep.Sdk.Core.Json;

/// <summary>Ids in the wrapping that the bulk operations of several services take.</summary>
internal sealed record IdList(IReadOnlyList<IdList.Item> Ids)
{
    // What Segmentation Service takes at once; none of the others says that it takes more.
    private const int Most = 100;

    /// <exception cref="ArgumentException">There are none, or more than the services take at once.</exception>
    public static IdList Of(IEnumerable<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        Item[] items = [.. ids.Select(id => new Item(id))];
        if (items.Length == 0)
            throw new ArgumentException("Give at least one id.", nameof(ids));
        return items.Length <= Most
            ? new IdList(items)
            : throw new ArgumentException($"Give at most {Most} ids; these are {items.Length}.", nameof(ids));
    }

    internal sealed record Item(string Id);
}
