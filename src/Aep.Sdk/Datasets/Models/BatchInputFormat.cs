using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Datasets;

/// <summary>How the files of a batch are written, as the catalog tells of it.</summary>
public sealed record BatchInputFormat
{
    /// <summary><c>json</c>, <c>parquet</c>, <c>csv</c> or <c>avro</c>.</summary>
    public string? Format { get; init; }

    /// <summary>For JSON: whether a document may run over several lines.</summary>
    public bool? IsMultiLineJson { get; init; }

    /// <summary>For CSV: between columns; null for a comma.</summary>
    public string? Delimiter { get; init; }

    /// <summary>For CSV: around a value; null for the double quote.</summary>
    public string? Quote { get; init; }

    /// <summary>For CSV: before a reserved character.</summary>
    public string? Escape { get; init; }

    /// <summary>For CSV: what stands for no value.</summary>
    public string? NullMarker { get; init; }

    /// <summary>For CSV: whether the first line names the columns.</summary>
    [JsonConverter(typeof(BooleanOrTextConverter))]
    public bool? Header { get; init; }

    /// <summary>The encoding: <c>US-ASCII</c>, <c>UTF-8</c> or <c>ISO-8859-1</c>; null for UTF-8.</summary>
    public string? Charset { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
