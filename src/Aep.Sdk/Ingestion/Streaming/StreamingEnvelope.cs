using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.Ingestion;

/// <summary>What stands around a record: where it belongs. It is the same for every record of an inlet, so it is written once.</summary>
internal sealed class StreamingEnvelope
{
    /// <summary>AEP's limit for a request: 1 MB.</summary>
    public const int MaxRequestBytes = 1_000_000;

    private readonly byte[] _before;

    public StreamingEnvelope(StreamingInlet inlet, string orgId)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteStartObject("header");
        WriteSchema(json, inlet);
        json.WriteString("imsOrgId", orgId);
        json.WriteString("datasetId", inlet.DatasetId);
        if (inlet.FlowId is { } flow)
            json.WriteString("flowId", flow);
        json.WriteEndObject();
        json.WriteStartObject("body");
        json.WriteStartObject("xdmMeta");
        WriteSchema(json, inlet);
        json.WriteEndObject();
        json.WritePropertyName("xdmEntity");
        json.Flush();
        _before = buffer.WrittenSpan.ToArray();
    }

    private static ReadOnlySpan<byte> After => "}}"u8;

    /// <summary>Where the record stands in a message.</summary>
    public ReadOnlyMemory<byte> RecordOf(ReadOnlyMemory<byte> message) => message[_before.Length..^After.Length];

    /// <exception cref="ArgumentException">The message is too large, or there is no record.</exception>
    public ReadOnlyMemory<byte> Wrap<T>(T record, JsonTypeInfo<T> type)
    {
        if (record is null)
            throw new ArgumentException("A record is null.", nameof(record));
        var message = new ArrayBufferWriter<byte>(_before.Length + 1024);
        message.Write(_before);
        using (var json = new Utf8JsonWriter(message, new JsonWriterOptions { Encoder = type.Options.Encoder, SkipValidation = true }))
            JsonSerializer.Serialize(json, record, type);
        message.Write(After);
        if (message.WrittenCount + MessageGroup.Brackets > MaxRequestBytes)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture,
                    $"The message has {message.WrittenCount} bytes; streaming ingestion takes {MaxRequestBytes}. Use batch ingestion."),
                nameof(record));
        }
        return message.WrittenMemory;
    }

    private static void WriteSchema(Utf8JsonWriter json, StreamingInlet inlet)
    {
        json.WriteStartObject("schemaRef");
        json.WriteString("id", inlet.SchemaId);
        json.WriteString("contentType", SchemaContentType.Full);
        json.WriteEndObject();
    }
}
