using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Profiles;

/// <summary>State of a request to delete. AEP may add values; unknown ones pass through.</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<ProfileSystemJobStatus>))]
public readonly record struct ProfileSystemJobStatus(string Value) : IOpenString<ProfileSystemJobStatus>
{
    /// <summary>Was asked for.</summary>
    public static ProfileSystemJobStatus New => new("NEW");

    /// <summary>Runs.</summary>
    public static ProfileSystemJobStatus Processing => new("PROCESSING");

    /// <summary>Runs.</summary>
    public static ProfileSystemJobStatus InProgress => new("IN-PROGRESS");

    /// <summary>Has ended well.</summary>
    public static ProfileSystemJobStatus Completed => new("COMPLETED");

    /// <summary>Has ended well.</summary>
    public static ProfileSystemJobStatus Success => new("SUCCESS");

    /// <summary>Has failed.</summary>
    public static ProfileSystemJobStatus Error => new("ERROR");

    /// <summary>Has failed.</summary>
    public static ProfileSystemJobStatus Failed => new("FAILED");

    /// <inheritdoc/>
    public static ProfileSystemJobStatus Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
