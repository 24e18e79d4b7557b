using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>How often files are exported. AEP may add values; unknown ones pass through.</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<FileExportFrequency>))]
public readonly record struct FileExportFrequency(string Value) : IOpenString<FileExportFrequency>
{
    /// <summary>Once.</summary>
    public static FileExportFrequency Once => new("ONCE");

    /// <summary>Every 3 hours.</summary>
    public static FileExportFrequency Every3Hours => new("EVERY_3_HOURS");

    /// <summary>Every 6 hours.</summary>
    public static FileExportFrequency Every6Hours => new("EVERY_6_HOURS");

    /// <summary>Every 8 hours.</summary>
    public static FileExportFrequency Every8Hours => new("EVERY_8_HOURS");

    /// <summary>Every 12 hours.</summary>
    public static FileExportFrequency Every12Hours => new("EVERY_12_HOURS");

    /// <summary>Every day.</summary>
    public static FileExportFrequency Daily => new("DAILY");

    /// <summary>Every week.</summary>
    public static FileExportFrequency Weekly => new("WEEKLY");

    /// <summary>Every month.</summary>
    public static FileExportFrequency Monthly => new("MONTHLY");

    /// <inheritdoc/>
    public static FileExportFrequency Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
