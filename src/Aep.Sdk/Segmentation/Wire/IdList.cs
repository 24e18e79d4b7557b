namespace Aep.Sdk.Segmentation;

/// <summary>Ids in the wrapping of the bulk operations.</summary>
internal sealed record IdList(IReadOnlyList<IdList.Item> Ids)
{
    public static IdList Of(IEnumerable<string> ids) => new([.. ids.Select(id => new Item(id))]);

    internal sealed record Item(string Id);
}
