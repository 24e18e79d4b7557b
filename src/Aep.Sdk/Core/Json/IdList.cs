namespace Aep.Sdk.Core.Json;

/// <summary>Ids in the wrapping that the bulk operations of several services take.</summary>
internal sealed record IdList(IReadOnlyList<IdList.Item> Ids)
{
    /// <exception cref="ArgumentException">There are none, or more than the service takes at once.</exception>
    public static IdList Of(IEnumerable<string> ids, int most = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(ids);
        Item[] items = [.. ids.Select(id => new Item(id))];
        if (items.Length == 0)
            throw new ArgumentException("Give at least one id.", nameof(ids));
        return items.Length <= most ? new IdList(items) : throw new ArgumentException($"Give at most {most} ids; these are {items.Length}.", nameof(ids));
    }

    internal sealed record Item(string Id);
}
