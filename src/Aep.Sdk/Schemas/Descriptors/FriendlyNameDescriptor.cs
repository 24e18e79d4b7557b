using System.Text.Json.Serialization;

namespace Aep.Sdk.Schemas;

/// <summary>Gives a field of Adobe's another name, description or list of suggested values in the user interface.</summary>
public sealed record FriendlyNameDescriptor : Descriptor
{
    /// <inheritdoc/>
    [JsonPropertyName("@type")]
    public override string Type { get; init; } = "xdm:alternateDisplayInfo";

    /// <summary>Titles by language: <c>en_us</c>.</summary>
    [JsonPropertyName("xdm:title")]
    public IReadOnlyDictionary<string, string>? Titles { get; init; }

    /// <summary>Descriptions by language: <c>en_us</c>.</summary>
    [JsonPropertyName("xdm:description")]
    public IReadOnlyDictionary<string, string>? Descriptions { get; init; }

    /// <summary>Suggested values and their titles, in the place of the field's own.</summary>
    [JsonPropertyName("meta:enum")]
    public IReadOnlyDictionary<string, string>? EnumTitles { get; init; }

    /// <summary>Those of the field's suggested values that are not to be shown.</summary>
    [JsonPropertyName("xdm:excludeMetaEnum")]
    public IReadOnlyDictionary<string, string>? ExcludedEnumTitles { get; init; }
}
