using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Queries;

/// <summary>Reads a token into a value that does not print. Nothing but a test of the model writes one.</summary>
internal sealed class SecretConverter : JsonConverter<Secret?>
{
    public override Secret? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } value ? new Secret(value) : null;

    public override void Write(Utf8JsonWriter writer, Secret? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value?.Reveal());
}
