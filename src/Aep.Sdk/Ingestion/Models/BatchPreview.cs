using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Ingestion;

/// <summary>The first rows of a batch whose files were sent.</summary>
public sealed record BatchPreview
{
    /// <summary>How AEP has read the files.</summary>
    public IngestionFormat? FormatParams { get; init; }

    /// <summary>Columns and rows as AEP writes them.</summary>
    public JsonElement Preview { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
