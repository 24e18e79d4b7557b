using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>Batch ingestion (/data/foundation/import): JSON and Parquet through the simple upload.</summary>
internal sealed class BatchIngestionRoom : IEmulatorRoom
{
    private const string OctetStream = "application/octet-stream";

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<StagingArea>();
        services.AddSingleton<BatchProcessor>();
        services.AddSingleton<BatchService>();
        services.AddSingleton<ServiceBatches>();
        services.AddHostedService<BatchRecovery>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/foundation/import/batches");
        group.MapPost("/", CreateAsync);
        group.MapPost("/{batchId}", Act);
        const string file = "/{batchId}/datasets/{datasetId}/files/{**filePath}";
        group.MapPut(file, UploadAsync);
        group.MapMethods(file, [HttpMethods.Head], ShowFile);
        group.MapFallback("/{**path}", NotSupported.RespondAsync); // the platform's own leaves out names with a dot
    }

    private static async Task<IResult> CreateAsync(HttpRequest request, Sandbox sandbox, BatchService batches)
    {
        BatchDefinition definition = BatchDefinition.From(await JsonBody.ReadObjectAsync(request));
        string id = batches.Create(sandbox, definition, request.Headers["x-api-key"].ToString());
        return Results.Json(batches.Find(sandbox, id), statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> UploadAsync(
        HttpRequest request, Sandbox sandbox, string batchId, string datasetId, string? filePath, BatchService batches)
    {
        if (string.IsNullOrEmpty(filePath))
            throw IngestionErrors.Invalid("The file path is missing.");
        if (!(request.ContentType ?? "").StartsWith(OctetStream, StringComparison.OrdinalIgnoreCase))
            throw IngestionErrors.UnsupportedMediaType(request.ContentType);
        if (request.ContentLength > StagingArea.MaxFileBytes)
            throw IngestionErrors.TooLarge($"A single file must not be larger than {StagingArea.MaxFileBytes} bytes: use the large file upload.");
        await batches.WriteFileAsync(sandbox, batchId, datasetId, RouteText.Decode(filePath), request.Body, request.HttpContext.RequestAborted);
        return Results.Ok();
    }

    private static IResult ShowFile(
        HttpResponse response, Sandbox sandbox, string batchId, string datasetId, string filePath, BatchService batches, StagingArea staging)
    {
        JsonObject batch = batches.Find(sandbox, batchId) ?? throw IngestionErrors.NotFound(batchId);
        string? path = BatchDocument.DatasetOf(batch) == datasetId ? staging.Find(sandbox, batchId, RouteText.Decode(filePath)) : null;
        if (path is null)
            return Results.NotFound();
        response.Headers["Range"] = $"bytes=0-{new FileInfo(path).Length - 1}";
        return Results.Ok();
    }

    private static IResult Act(Sandbox sandbox, string batchId, string? action, BatchService batches)
    {
        switch (action?.ToUpperInvariant())
        {
            case "COMPLETE":
                batches.Complete(sandbox, batchId);
                return Results.Ok();
            case "ABORT":
                batches.Abort(sandbox, batchId);
                return Results.Ok();
            case "FAIL":
                batches.Fail(sandbox, batchId);
                return Results.Ok();
            case "REVERT":
                throw NotSupported.Create("POST /data/foundation/import/batches/{batchId} with the action REVERT");
            default:
                throw IngestionErrors.Invalid($"The action '{action}' is unknown: COMPLETE, ABORT, FAIL or REVERT.");
        }
    }
}
