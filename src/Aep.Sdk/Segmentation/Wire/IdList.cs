namespace Aep.Sdk.Segmentation;

/// <summary>Ids in the wrapping of the bulk operations.</summary>
internal sealed record IdList(IReadOnlyList<IdList.Item> Ids)
{
    private const int Most = 100;

    /// <exception cref="ArgumentException">There are none, or more than the service takes at once.</exception>
    public static IdList Of(IEnumerable<string> ids)
    {
        Item[] items = [.. ids.Select(id => new Item(id))];
        return items.Length is > 0 and <= Most ? new IdList(items) : throw new ArgumentException($"Give 1 to {Most} ids; these are {items.Length}.", nameof(ids));
    }

    internal sealed record Item(string Id);
}
