using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>How a destination looks in the catalogue.</summary>
public sealed record UiAttributes
{
    /// <summary>The address of its documentation.</summary>
    public string? DocumentationLink { get; init; }

    /// <summary>Its category, for example <c>streaming</c>, <c>cloudStorage</c>, <c>advertising</c>.</summary>
    public string? Category { get; init; }

    /// <summary>
    /// <c>Server-to-server</c>, <c>Cloud storage</c>, <c>S3</c>, <c>Azure Blob</c>, <c>Azure Data Lake Storage</c>, <c>SFTP</c> or
    /// <c>DLZ</c>.
    /// </summary>
    public string? ConnectionType { get; init; }

    /// <summary><c>Streaming</c> or <c>Batch</c>.</summary>
    public string? Frequency { get; init; }

    /// <summary><c>true</c> to mark it as beta; a text, as the service has it.</summary>
    public string? IsBeta { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
