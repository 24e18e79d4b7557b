using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Segmentation;

/// <summary>State of a schedule. AEP may add values; unknown ones pass through.</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<SegmentScheduleState>))]
public readonly record struct SegmentScheduleState(string Value) : IOpenString<SegmentScheduleState>
{
    /// <summary>It runs.</summary>
    public static SegmentScheduleState Active => new("active");

    /// <summary>It does not run.</summary>
    public static SegmentScheduleState Inactive => new("inactive");

    /// <inheritdoc/>
    public static SegmentScheduleState Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
