using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Aep.Sdk.Datasets;

namespace Aep.Sdk.Ingestion;

/// <summary>A row of a batch that AEP has kept.</summary>
/// <param name="Text">As it is kept.</param>
/// <param name="Json">As JSON; null when it is no object.</param>
internal sealed record KeptRow(string Text, JsonElement? Json)
{
    /// <summary>A line of a file.</summary>
    public static KeptRow Of(string line)
    {
        try
        {
            JsonElement json = JsonSerializer.Deserialize(line, IngestionJson.Default.JsonElement);
            return new KeptRow(line, json.ValueKind == JsonValueKind.Object ? json : null);
        }
        catch (JsonException)
        {
            return new KeptRow(line, null); // this is what was wrong with it
        }
    }

    /// <summary>A row of the diagnostics: its members stand beside what is said about it.</summary>
    public static KeptRow Of(RowErrors refused)
    {
        if (refused.CorruptRecord is { } corrupt)
            return Of(corrupt);
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            foreach ((string name, JsonElement value) in refused.AdditionalProperties)
            {
                writer.WritePropertyName(name);
                value.WriteTo(writer);
            }
            writer.WriteEndObject();
        }
        return Of(Encoding.UTF8.GetString(json.WrittenSpan));
    }

    public FailedRecord<T> Refused<T>(RowErrors why, JsonTypeInfo<T> type)
        where T : class
    {
        (T? record, string? unreadable) = Read(type);
        return new FailedRecord<T>
        {
            Record = record,
            Unreadable = unreadable,
            Json = Json,
            Text = Text,
            Errors = why.Errors,
            FileName = why.FileName
        };
    }

    private (T? Record, string? Unreadable) Read<T>(JsonTypeInfo<T> type)
        where T : class
    {
        if (Json is not { } json)
            return (null, "It is no JSON object.");
        try
        {
            return (json.Deserialize(type), null);
        }
        catch (JsonException exception)
        {
            return (null, exception.Message);
        }
    }
}
