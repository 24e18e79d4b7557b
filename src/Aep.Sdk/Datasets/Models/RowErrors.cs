using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Datasets;

/// <summary>A row that a batch could not take, and why.</summary>
public sealed record RowErrors
{
    /// <summary>The errors.</summary>
    [JsonPropertyName("_errors")]
    public IReadOnlyList<RowError> Errors { get => field ?? []; init; }

    /// <summary>The file that the row was in.</summary>
    [JsonPropertyName("_filename")]
    public string? FileName { get; init; }

    /// <summary>The row as it came, where it could not be read.</summary>
    [JsonPropertyName("_corrupt_record")]
    public string? CorruptRecord { get; init; }

    /// <summary>The members of the row, and others that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }

    /// <inheritdoc/>
    public override string ToString() => string.Join("; ", Errors);
}
