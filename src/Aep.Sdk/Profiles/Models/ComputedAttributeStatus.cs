using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Profiles;

/// <summary>State of a computed attribute. AEP may add values; unknown ones pass through.</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<ComputedAttributeStatus>))]
public readonly record struct ComputedAttributeStatus(string Value) : IOpenString<ComputedAttributeStatus>
{
    /// <summary>Can be changed; is not computed.</summary>
    public static ComputedAttributeStatus Draft => new("DRAFT");

    /// <summary>Is being taken up.</summary>
    public static ComputedAttributeStatus New => new("NEW");

    /// <summary>Is computed.</summary>
    public static ComputedAttributeStatus Processed => new("PROCESSED");

    /// <summary>Is not computed any more.</summary>
    public static ComputedAttributeStatus Inactive => new("INACTIVE");

    /// <summary>Could not be taken up.</summary>
    public static ComputedAttributeStatus Failed => new("FAILED");

    /// <inheritdoc/>
    public static ComputedAttributeStatus Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
