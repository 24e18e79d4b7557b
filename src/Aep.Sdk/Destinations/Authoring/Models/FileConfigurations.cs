using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>Format of exported files.</summary>
public sealed record FileConfigurations
{
    /// <summary>Their compression, for example <c>GZIP</c>.</summary>
    public TemplatedValue? Compression { get; init; }

    /// <summary><c>csv</c>, <c>json</c> or <c>parquet</c>.</summary>
    public TemplatedValue? FileType { get; init; }

    /// <summary>How CSV is written.</summary>
    public CsvOptions? CsvOptions { get; init; }

    /// <summary>Rows a file at most: 1,000,000 to 10,000,000.</summary>
    public int? MaxFileRowCount { get; init; }

    /// <summary>Whether a manifest is written beside them.</summary>
    public TemplatedValue? IncludeFileManifest { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
