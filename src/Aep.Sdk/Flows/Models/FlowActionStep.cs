using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Flows;

/// <summary>A step of a <see cref="FlowAction"/> (<c>subOp</c>). AEP may add values; unknown ones pass through.</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<FlowActionStep>))]
public readonly record struct FlowActionStep(string Value) : IOpenString<FlowActionStep>
{
    /// <summary>Applies it.</summary>
    public static FlowActionStep Apply => new("APPLY");

    /// <summary>Takes it back.</summary>
    public static FlowActionStep Rollback => new("ROLLBACK");

    /// <summary>Tells how far it is.</summary>
    public static FlowActionStep Progress => new("PROGRESS");

    /// <inheritdoc/>
    public static FlowActionStep Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
