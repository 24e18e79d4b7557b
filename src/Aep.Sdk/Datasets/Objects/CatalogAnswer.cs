using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Datasets;

/// <summary>The answer to one of several requests. Each has a status of its own: look at it.</summary>
public sealed record CatalogAnswer
{
    /// <summary>The name that the request had.</summary>
    public string Id { get; init; } = "";

    /// <summary>HTTP status.</summary>
    public int Code { get; init; }

    /// <summary>The body.</summary>
    public JsonElement? Body { get; init; }

    /// <summary>True when the request was done.</summary>
    [JsonIgnore]
    public bool IsSuccess => Code is >= 200 and < 300;

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }

    // Adobe's page shows an object for each request; the specification a list of the references that were made.
    internal static CatalogAnswer Read(JsonElement answer) => answer.ValueKind == JsonValueKind.Object
        ? answer.Deserialize(DatasetsJson.Default.CatalogAnswer)!
        : new CatalogAnswer { Code = 201, Body = answer };
}
