using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>Batch ingestion (/data/foundation/import): JSON through the simple upload.</summary>
internal sealed class BatchIngestionRoom : IEmulatorRoom
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<StagingArea>();
        services.AddSingleton<BatchProcessor>();
        services.AddSingleton<BatchService>();
        services.AddHostedService<BatchRecovery>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/foundation/import/batches");
        group.MapPost("/", CreateAsync);
        group.MapPut("/{batchId}/datasets/{datasetId}/files/{**filePath}", UploadAsync);
        group.MapPost("/{batchId}", Act);
    }

    private static async Task<IResult> CreateAsync(HttpRequest request, Sandbox sandbox, BatchService batches)
    {
        JsonObject body = await JsonBody.ReadObjectAsync(request);
        string datasetId = (string?)body["datasetId"] ?? throw IngestionErrors.Invalid("datasetId is missing.");
        string format = ((string?)body["inputFormat"]?["format"])?.ToLowerInvariant() ?? throw IngestionErrors.Invalid("inputFormat.format is missing.");
        if (format != "json")
            throw NotSupported.Create($"POST /data/foundation/import/batches with the input format '{format}'");
        string id = batches.Create(sandbox, datasetId, format, request.Headers["x-api-key"].ToString());
        JsonObject created = sandbox.Documents[BatchService.Kind].Find(id)!;
        created.Remove("@id");
        created["id"] = id;
        return Results.Json(created, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> UploadAsync(
        HttpRequest request, Sandbox sandbox, string batchId, string datasetId, string filePath, BatchService batches)
    {
        if (filePath.Length == 0)
            throw IngestionErrors.Invalid("The file path is missing.");
        await batches.WriteFileAsync(sandbox, batchId, datasetId, RouteText.Decode(filePath), request.Body, request.HttpContext.RequestAborted);
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
            default:
                throw IngestionErrors.Invalid($"The action '{action}' is not supported: use COMPLETE or ABORT.");
        }
    }
}
