using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Sandboxes;

/// <summary>State of a sandbox. AEP may add values; unknown ones pass through.</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<SandboxState>))]
public readonly record struct SandboxState(string Value) : IOpenString<SandboxState>
{
    /// <summary>Is being created.</summary>
    public static SandboxState Creating => new("creating");

    /// <summary>Can be used.</summary>
    public static SandboxState Active => new("active");

    /// <summary>Is being emptied.</summary>
    public static SandboxState Resetting => new("resetting");

    /// <summary>Is being deleted.</summary>
    public static SandboxState Deleting => new("deleting");

    /// <summary>Is gone.</summary>
    public static SandboxState Deleted => new("deleted");

    /// <summary>Could not be created.</summary>
    public static SandboxState Failed => new("failed");

    /// <inheritdoc/>
    public static SandboxState Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
