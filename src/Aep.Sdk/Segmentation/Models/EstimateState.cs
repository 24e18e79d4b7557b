using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Segmentation;

/// <summary>State of an estimate. AEP may add values; unknown ones pass through.</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<EstimateState>))]
public readonly record struct EstimateState(string Value) : IOpenString<EstimateState>
{
    /// <summary>Was asked for.</summary>
    public static EstimateState New => new("NEW");

    /// <summary>Is being refined.</summary>
    public static EstimateState Running => new("RUNNING");

    /// <summary>Is ready.</summary>
    public static EstimateState ResultReady => new("RESULT_READY");

    /// <summary>Has failed.</summary>
    public static EstimateState Failed => new("FAILED");

    /// <inheritdoc/>
    public static EstimateState Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
