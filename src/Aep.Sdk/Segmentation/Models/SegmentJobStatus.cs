using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Segmentation;

/// <summary>State of a segment job. AEP may add values; unknown ones pass through.</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<SegmentJobStatus>))]
public readonly record struct SegmentJobStatus(string Value) : IOpenString<SegmentJobStatus>
{
    /// <summary>Was asked for.</summary>
    public static SegmentJobStatus New => new("NEW");

    /// <summary>Waits.</summary>
    public static SegmentJobStatus Queued => new("QUEUED");

    /// <summary>Runs.</summary>
    public static SegmentJobStatus Processing => new("PROCESSING");

    /// <summary>Is being cancelled.</summary>
    public static SegmentJobStatus Cancelling => new("CANCELLING");

    /// <summary>Was cancelled.</summary>
    public static SegmentJobStatus Cancelled => new("CANCELLED");

    /// <summary>Has failed.</summary>
    public static SegmentJobStatus Failed => new("FAILED");

    /// <summary>Has ended well.</summary>
    public static SegmentJobStatus Succeeded => new("SUCCEEDED");

    /// <inheritdoc/>
    public static SegmentJobStatus Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
