using System.Text.Json.Nodes;

namespace Aep.Sdk.Schemas;

/// <summary>
/// The operations of one kind of resource; what is done with them is written once, in
/// <see cref="RegistryResourceClient{TResource, TDefinition}"/>.
/// </summary>
internal sealed record RegistryRoutes<T>(
    string Kind,
    RegistryRoutes<T>.Listing<SchemaSummary> List,
    RegistryRoutes<T>.Listing<T> ListWhole,
    Func<string, string, string, CancellationToken, Task<T?>> Get,
    Func<JsonObject, CancellationToken, Task<T?>> Create,
    Func<string, JsonObject, CancellationToken, Task<T?>> Replace,
    Func<string, JsonPatchOperation[], CancellationToken, Task<T?>> Patch,
    Func<string, CancellationToken, Task> Delete)
    where T : XdmResource
{
    public delegate Task<RegistryPage<TItem>?> Listing<TItem>(
        string container, string orderby, string? start, int limit, string[]? property, CancellationToken cancellationToken);
}
