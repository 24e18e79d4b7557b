using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Flows;

/// <summary>What each export of a dataset holds. AEP may add values; unknown ones pass through.</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<FlowExportMode>))]
public readonly record struct FlowExportMode(string Value) : IOpenString<FlowExportMode>
{
    /// <summary>Everything. Datasets are exported like this once only.</summary>
    public static FlowExportMode Full => new("DAILY_FULL_EXPORT");

    /// <summary>Everything the first time, then what has come since the last export.</summary>
    public static FlowExportMode Incremental => new("FIRST_FULL_THEN_INCREMENTAL");

    /// <inheritdoc/>
    public static FlowExportMode Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
