using System.Text.Json.Serialization;

namespace Aep.Sdk.Schemas;

/// <summary>A field group: fields that schemas of certain classes can take in.</summary>
public sealed record FieldGroup : XdmResource
{
    /// <summary><c>$id</c> of the classes that it is made for.</summary>
    [JsonPropertyName("meta:intendedToExtend")]
    public IReadOnlyList<string> IntendedToExtend { get => field ?? []; init; }
}
