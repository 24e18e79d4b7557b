namespace Aep.Sdk.Flows;

/// <summary>What Flow Service answers to a create or an update.</summary>
internal sealed class ResourceReference
{
    public string? Id { get; init; }

    public string? Etag { get; init; }
}
