using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>Something that customers enter.</summary>
public sealed record CustomerDataField
{
    /// <summary>Its name, by which templates know it (<c>customerData.name</c>).</summary>
    public string? Name { get; init; }

    /// <summary>Its type.</summary>
    public CustomerFieldType? Type { get; init; }

    /// <summary>What customers see.</summary>
    public string? Title { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>Whether it must be entered.</summary>
    public bool? IsRequired { get; init; }

    /// <summary>What it is if it is not.</summary>
    public JsonNode? Default { get; init; }

    /// <summary>The values to choose from.</summary>
    public IReadOnlyList<JsonNode>? Enum { get; init; }

    /// <summary>The values to choose from, with names.</summary>
    public IReadOnlyList<NamedValue>? NamedEnum { get; init; }

    /// <summary>The server that is asked for the values to choose from.</summary>
    public DynamicSchemaSource? DynamicEnum { get; init; }

    /// <summary>What it must look like, as a regular expression.</summary>
    public string? Pattern { get; init; }

    /// <summary><c>password</c> for what is kept as a secret.</summary>
    public string? Format { get; init; }

    /// <summary>Whether customers cannot change it.</summary>
    public bool? ReadOnly { get; init; }

    /// <summary>Whether customers do not see it.</summary>
    public bool? Hidden { get; init; }

    /// <summary>Whether two dataflows cannot have the same value.</summary>
    public bool? Unique { get; init; }

    /// <summary>When it is shown; by default always.</summary>
    public FieldCondition? Conditional { get; init; }

    /// <summary>The fields of a group.</summary>
    public IReadOnlyList<CustomerDataField>? Properties { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
