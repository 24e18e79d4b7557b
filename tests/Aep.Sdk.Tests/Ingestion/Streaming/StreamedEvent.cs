using System.Text.Json.Serialization;
using Aep.Sdk.Ingestion;

namespace Aep.Sdk.Tests.Ingestion.Streaming;

public sealed record StreamedEvent([property: JsonPropertyName("_id")] string Id, string? Text = null)
{
    internal static StreamingInlet Inlet(string host) => new()
    {
        ConnectionId = "c1",
        InletId = "in1",
        Url = new Uri($"{host}/collection/in1"),
        DatasetId = "d1",
        SchemaId = "https://ns.adobe.com/acme/schemas/1",
    };
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StreamedEvent))]
internal sealed partial class StreamedJson : JsonSerializerContext;
