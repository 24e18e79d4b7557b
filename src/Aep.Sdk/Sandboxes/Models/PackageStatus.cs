using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Sandboxes;

/// <summary>State of a package. AEP may add values; unknown ones pass through.</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<PackageStatus>))]
public readonly record struct PackageStatus(string Value) : IOpenString<PackageStatus>
{
    /// <summary>Can be changed.</summary>
    public static PackageStatus Draft => new("DRAFT");

    /// <summary>Is being published.</summary>
    public static PackageStatus PublishInProgress => new("PUBLISH_IN_PROGRESS");

    /// <summary>Can be imported.</summary>
    public static PackageStatus Published => new("PUBLISHED");

    /// <summary>Could not be published.</summary>
    public static PackageStatus PublishFailed => new("PUBLISH_FAILED");

    /// <inheritdoc/>
    public static PackageStatus Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
