using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Profiles;

/// <summary>A place where an edge stands. AEP may add values; unknown ones pass through.</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<EdgeDataCenter>))]
public readonly record struct EdgeDataCenter(string Value) : IOpenString<EdgeDataCenter>
{
    /// <summary>The west of the United States.</summary>
    public static EdgeDataCenter WesternUnitedStates => new("OR1");

    /// <summary>The east of the United States.</summary>
    public static EdgeDataCenter EasternUnitedStates => new("VA5");

    /// <summary>Europe, Middle East and Africa.</summary>
    public static EdgeDataCenter Emea => new("NLD1");

    /// <inheritdoc/>
    public static EdgeDataCenter Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
