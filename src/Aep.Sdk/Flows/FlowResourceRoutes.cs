namespace Aep.Sdk.Flows;

/// <summary>The operations that Flow Service has for one kind of resource.</summary>
internal sealed record FlowResourceRoutes<TResource, TDefinition>(string Path)
{
    public required ListPage<TResource> List { get; init; }

    public required Func<string, CancellationToken, Task<ItemsPage<TResource>?>> Get { get; init; }

    public required Func<TDefinition, CancellationToken, Task<ResourceReference?>> Create { get; init; }

    public required Func<string, string, JsonPatchOperation[], CancellationToken, Task<ResourceReference?>> Update { get; init; }

    public required Func<string, CancellationToken, Task> Delete { get; init; }
}
