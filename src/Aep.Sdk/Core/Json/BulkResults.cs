using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Aep.Sdk.Core.Json;

/// <summary>What was found of several ids: for each the object, or the errors that stand in its place.</summary>
internal sealed record BulkResults
{
    public IReadOnlyDictionary<string, JsonElement> Results { get => field ?? new Dictionary<string, JsonElement>(); init; }

    /// <summary>The objects that exist.</summary>
    /// <exception cref="AepException">The service failed for one of them with something else than 404.</exception>
    public IReadOnlyDictionary<string, T> Found<T>(JsonTypeInfo<T> type)
        where T : class
    {
        var found = new Dictionary<string, T>();
        foreach ((string id, JsonElement result) in Results)
        {
            if (result.ValueKind != JsonValueKind.Object)
                throw new AepException($"The service has {result.GetRawText()} in the place of {id}.");
            if (!result.TryGetProperty("errors", out JsonElement errors))
                found[id] = result.Deserialize(type)!;
            else if (!errors.TryGetProperty("404", out _))
                throw new AepException($"The service failed for {id}: {errors.GetRawText()}");
        }
        return found;
    }
}
