using System.Text.Json;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.StreamingIngestion.Validation;

namespace Aep.Sdk.Emulator.StreamingIngestion;

/// <summary>A single message, or several in one request.</summary>
internal static class CollectionRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/{inletId}", SendAsync);
        routes.MapPost("/batch/{inletId}", SendBatchAsync);
    }

    private static async Task<IResult> SendAsync(
        HttpRequest request, string inletId, bool? syncValidation, Inlets inlets, InletAccess access, MessageReader reader,
        MessageReading reading, MessageBuffers buffers, MessageIds ids)
    {
        Inlet inlet = Enter(request, inletId, inlets, access);
        using JsonDocument body = await CollectionBody.ReadAsync(request);
        long received = ids.Now();
        CheckedMessage message = reading.Of(inlet, request)(body.RootElement, ids.Next());
        if (syncValidation == true)
        {
            access.CountValidation(inlet);
            if (message.Violations.Count > 0)
            {
                throw StreamingErrors.InvalidMessage(
                    reader.Describe(inlet, "Message is invalid"), ViolationReport.Of(message.Violations));
            }
        }
        await buffers.AddAsync(inlet.Sandbox, [message], request.HttpContext.RequestAborted);
        return Results.Json(new JsonObject
        {
            ["inletId"] = inlet.Id,
            ["xactionId"] = message.Message.Id,
            ["receivedTimeMs"] = received,
            ["syncValidation"] = syncValidation == true ? new JsonObject { ["status"] = "pass" } : new JsonObject { ["skipped"] = true },
        });
    }

    private static async Task<IResult> SendBatchAsync(
        HttpRequest request, string inletId, Inlets inlets, InletAccess access, MessageReader reader, MessageReading reading,
        MessageBuffers buffers, MessageIds ids)
    {
        Inlet inlet = Enter(request, inletId, inlets, access);
        using JsonDocument body = await CollectionBody.ReadAsync(request);
        if (body.RootElement.ValueKind != JsonValueKind.Object || !body.RootElement.TryGetProperty("messages", out JsonElement messages)
            || messages.ValueKind != JsonValueKind.Array)
            throw StreamingErrors.InvalidMessage(reader.Describe(inlet, "The body must hold an array 'messages'"));
        Func<JsonElement, string, CheckedMessage> read = reading.Of(inlet, request);
        string batchId = ids.Next();
        long received = ids.Now();
        var responses = new JsonArray();
        var accepted = new List<CheckedMessage>();
        foreach (JsonElement element in messages.EnumerateArray())
            responses.Add(Take(read, element, $"{batchId}:{responses.Count}", accepted));
        await buffers.AddAsync(inlet.Sandbox, accepted, request.HttpContext.RequestAborted);
        return Results.Json(
            new JsonObject { ["inletId"] = inlet.Id, ["batchId"] = batchId, ["receivedTimeMs"] = received, ["responses"] = responses },
            statusCode: StatusCodes.Status207MultiStatus);
    }

    // One message that cannot be taken does not keep the others out.
    private static JsonObject Take(
        Func<JsonElement, string, CheckedMessage> read, JsonElement element, string id, List<CheckedMessage> accepted)
    {
        try
        {
            accepted.Add(read(element, id));
            return new JsonObject { ["xactionId"] = id };
        }
        catch (ApiException refusal) when (refusal.Status == StatusCodes.Status400BadRequest)
        {
            return new JsonObject { ["statusCode"] = refusal.Status, ["message"] = refusal.Body["report"]!["message"]!.DeepClone() };
        }
    }

    private static Inlet Enter(HttpRequest request, string inletId, Inlets inlets, InletAccess access)
    {
        Inlet inlet = inlets.Find(inletId);
        access.CheckToken(inlet, request.Headers.Authorization.ToString());
        return inlet.IsRaw || string.Equals(inlet.DataType, "xdm", StringComparison.OrdinalIgnoreCase)
            ? inlet
            : throw NotSupported.Create($"POST {request.Path} to an inlet of the data type '{inlet.DataType}'");
    }
}
