using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Sandboxes;

/// <summary>What a sandbox is for. AEP may add values; unknown ones pass through.</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<SandboxType>))]
public readonly record struct SandboxType(string Value) : IOpenString<SandboxType>
{
    /// <summary>For the real work.</summary>
    public static SandboxType Production => new("production");

    /// <summary>To try things out; it can be emptied.</summary>
    public static SandboxType Development => new("development");

    /// <inheritdoc/>
    public static SandboxType Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
