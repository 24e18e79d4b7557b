using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Profiles;

/// <summary>When data goes from the hub to an edge. AEP may add values; unknown ones pass through.</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<ReplicationPolicy>))]
public readonly record struct ReplicationPolicy(string Value) : IOpenString<ReplicationPolicy>
{
    /// <summary>Before anybody asks for it.</summary>
    public static ReplicationPolicy Proactive => new("PROACTIVE");

    /// <summary>When somebody asks for it.</summary>
    public static ReplicationPolicy Reactive => new("REACTIVE");

    /// <inheritdoc/>
    public static ReplicationPolicy Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
