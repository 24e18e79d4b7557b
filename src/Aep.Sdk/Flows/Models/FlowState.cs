using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Flows;

/// <summary>State of a dataflow or connection. AEP may add values; unknown ones pass through.</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<FlowState>))]
public readonly record struct FlowState(string Value) : IOpenString<FlowState>
{
    /// <summary>Can be used.</summary>
    public static FlowState Enabled => new("enabled");

    /// <summary>Was switched off.</summary>
    public static FlowState Disabled => new("disabled");

    /// <summary>Is not finished.</summary>
    public static FlowState Draft => new("draft");

    /// <inheritdoc/>
    public static FlowState Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
