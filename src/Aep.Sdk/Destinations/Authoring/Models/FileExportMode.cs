using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>What an export of files holds. AEP may add values; unknown ones pass through.</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<FileExportMode>))]
public readonly record struct FileExportMode(string Value) : IOpenString<FileExportMode>
{
    /// <summary>All members each time.</summary>
    public static FileExportMode Full => new("DAILY_FULL_EXPORT");

    /// <summary>All members the first time, then those that are new.</summary>
    public static FileExportMode Incremental => new("FIRST_FULL_THEN_INCREMENTAL");

    /// <inheritdoc/>
    public static FileExportMode Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
