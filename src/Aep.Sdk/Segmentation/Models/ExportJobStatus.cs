using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Segmentation;

/// <summary>State of an export job. AEP may add values; unknown ones pass through.</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<ExportJobStatus>))]
public readonly record struct ExportJobStatus(string Value) : IOpenString<ExportJobStatus>
{
    /// <summary>Was asked for.</summary>
    public static ExportJobStatus New => new("NEW");

    /// <summary>Runs.</summary>
    public static ExportJobStatus Processing => new("PROCESSING");

    /// <summary>Has ended well.</summary>
    public static ExportJobStatus Succeeded => new("SUCCEEDED");

    /// <summary>Has failed.</summary>
    public static ExportJobStatus Failed => new("FAILED");

    /// <summary>Was cancelled.</summary>
    public static ExportJobStatus Cancelled => new("CANCELLED");

    /// <inheritdoc/>
    public static ExportJobStatus Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
