using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Flows;

/// <summary>State of a run. AEP may add values; unknown ones pass through.</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<FlowRunStatus>))]
public readonly record struct FlowRunStatus(string Value) : IOpenString<FlowRunStatus>
{
    /// <summary>Has ended well.</summary>
    public static FlowRunStatus Success => new("success");

    /// <summary>Has ended; some records failed.</summary>
    public static FlowRunStatus PartialSuccess => new("partialSuccess");

    /// <summary>Has failed.</summary>
    public static FlowRunStatus Failed => new("failed");

    /// <summary>Runs.</summary>
    public static FlowRunStatus Processing => new("processing");

    /// <summary>Waits.</summary>
    public static FlowRunStatus Waiting => new("waiting");

    /// <summary>Was cancelled.</summary>
    public static FlowRunStatus Cancelled => new("cancelled");

    /// <inheritdoc/>
    public static FlowRunStatus Create(string value) => new(value);

    /// <summary>
    /// Whether two states are the same; case does not count, because Flow Service's answers and its specification differ in it.
    /// </summary>
    public bool Equals(FlowRunStatus other) => string.Equals(Value ?? "", other.Value ?? "", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value ?? "");

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
