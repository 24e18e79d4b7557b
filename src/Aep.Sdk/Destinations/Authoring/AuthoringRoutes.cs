using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>The operations that the Destination SDK has for one kind of resource.</summary>
internal sealed record AuthoringRoutes<T>(string Path, JsonTypeInfo<T> Type)
{
    public required Func<CancellationToken, Task<JsonElement>> List { get; init; }

    public required Func<string, CancellationToken, Task<JsonElement>> Get { get; init; }

    public required Func<JsonObject, CancellationToken, Task<JsonElement>> Create { get; init; }

    public required Func<string, JsonObject, CancellationToken, Task<JsonElement>> Update { get; init; }

    public required Func<string, CancellationToken, Task> Delete { get; init; }
}
