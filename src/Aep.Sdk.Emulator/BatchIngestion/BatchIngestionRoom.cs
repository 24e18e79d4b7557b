using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>Batch ingestion (/data/foundation/import): JSON, CSV and Parquet, at once or in parts.</summary>
internal sealed class BatchIngestionRoom : IEmulatorRoom
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<StagingArea>();
        services.AddSingleton<BatchProcessor>();
        services.AddSingleton<BatchService>();
        services.AddSingleton<ServiceBatches>();
        services.AddSingleton<LargeFiles>();
        services.AddSingleton<BatchRate>();
        services.AddHostedService<BatchRecovery>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/foundation/import/batches");
        group.MapPost("/", CreateAsync);
        group.MapPost("/{batchId}", Act);
        FileRoutes.Map(group);
        group.MapFallback("/{**path}", NotSupported.RespondAsync); // the platform's own leaves out names with a dot
    }

    private static async Task<IResult> CreateAsync(HttpRequest request, Sandbox sandbox, BatchService batches, BatchRate rate)
    {
        rate.Count(request);
        JsonObject body = await JsonBody.ReadObjectAsync(request);
        BatchReplay? replay = BatchReplay.From(body, externalId => batches.All(sandbox)
            .Where(batch => (string?)batch["externalId"] == externalId).Select(batch => (string?)batch["id"]).FirstOrDefault());
        string id = batches.Create(sandbox, BatchDefinition.From(body) with { Replay = replay }, request.Headers["x-api-key"].ToString());
        return Results.Json(batches.Find(sandbox, id), statusCode: StatusCodes.Status201Created);
    }

    private static IResult Act(Sandbox sandbox, string batchId, string? action, BatchService batches)
    {
        Action<Sandbox, string> act = action?.ToUpperInvariant() switch
        {
            "COMPLETE" => batches.Complete,
            "ABORT" => batches.Abort,
            "FAIL" => batches.Fail,
            "REVERT" => batches.Revert,
            _ => throw IngestionErrors.Invalid($"The action '{action}' is unknown: COMPLETE, ABORT, FAIL or REVERT."),
        };
        act(sandbox, batchId);
        return Results.Json(batches.Find(sandbox, batchId));
    }
}
