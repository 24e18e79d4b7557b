using System.Runtime.CompilerServices;
using System.Text.Json;
using Aep.Sdk.Emulator.BatchIngestion;
using Aep.Sdk.Emulator.StreamingIngestion.Validation;

namespace Aep.Sdk.Emulator.StreamingIngestion;

/// <summary>
/// Messages that do not fit their schema, on the way to a failed batch: a line holds the entity and the first thing that is wrong with it.
/// </summary>
internal static class RefusedMessages
{
    /// <summary>The keyword of a message that could not be mapped.</summary>
    public const string Mapping = "mapping";

    public static void Write(CheckedMessage message, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("keyword", message.Violations[0].Keyword);
        writer.WriteString(
            "message", string.Join("; ", message.Violations.Select(violation => $"{violation.Pointer}: {violation.Message}")));
        writer.WritePropertyName("entity");
        message.Message.Entity.WriteTo(writer);
        writer.WriteEndObject();
    }

    public static async IAsyncEnumerable<RefusedRow> ReadAsync(string file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (string line in File.ReadLinesAsync(file, cancellationToken))
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement root = document.RootElement;
            var fault = new RowFault(Code(root.GetProperty("keyword").GetString()!), root.GetProperty("message").GetString()!);
            yield return new RefusedRow(root.GetProperty("entity"), fault);
        }
    }

    private static RowErrorCode Code(string keyword) => keyword switch
    {
        "type" => RowErrorCode.Type,
        "required" => RowErrorCode.Required,
        "additionalProperties" => RowErrorCode.Unknown,
        Mapping => RowErrorCode.Mapping,
        _ => RowErrorCode.Constraint,
    };
}
