using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Flows;

/// <summary>What moves a dataflow or connection to another state. AEP may add values; unknown ones pass through.</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<FlowAction>))]
public readonly record struct FlowAction(string Value) : IOpenString<FlowAction>
{
    /// <summary>Switches on.</summary>
    public static FlowAction Enable => new("enable");

    /// <summary>Switches off.</summary>
    public static FlowAction Disable => new("disable");

    /// <summary>Makes a draft usable.</summary>
    public static FlowAction Publish => new("publish");

    /// <summary>Ends a creation that goes on in steps.</summary>
    public static FlowAction Finalize => new("FINALIZE");

    /// <summary>Ends an update that goes on in steps.</summary>
    public static FlowAction FinalizeUpdate => new("FINALIZE_UPDATE");

    /// <inheritdoc/>
    public static FlowAction Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
