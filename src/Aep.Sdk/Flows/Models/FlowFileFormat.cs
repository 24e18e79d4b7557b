using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Flows;

/// <summary>Format of a file at the other end of a connection. AEP may add values; unknown ones pass through.</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<FlowFileFormat>))]
public readonly record struct FlowFileFormat(string Value) : IOpenString<FlowFileFormat>
{
    /// <summary>CSV and its relatives.</summary>
    public static FlowFileFormat Delimited => new("delimited");

    /// <summary>JSON.</summary>
    public static FlowFileFormat Json => new("json");

    /// <summary>Parquet.</summary>
    public static FlowFileFormat Parquet => new("parquet");

    /// <inheritdoc/>
    public static FlowFileFormat Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
