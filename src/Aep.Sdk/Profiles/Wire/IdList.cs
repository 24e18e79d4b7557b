namespace Aep.Sdk.Profiles;

/// <summary>Ids in a service's wrapping.</summary>
internal sealed record IdList(IReadOnlyList<IdList.Item> Ids)
{
    internal sealed record Item(string Id);
}
