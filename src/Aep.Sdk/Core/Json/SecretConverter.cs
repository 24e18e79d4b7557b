using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk;

/// <summary>Sends a secret to the one place that it is for.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SecretConverter : JsonConverter<Secret>
{
    /// <inheritdoc/>
    public override Secret Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? "");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Reveal());
}
