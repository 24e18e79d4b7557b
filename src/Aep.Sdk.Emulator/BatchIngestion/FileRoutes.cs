using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>The files of a batch: at once, or in parts.</summary>
internal static class FileRoutes
{
    private const string OctetStream = "application/octet-stream";

    public static void Map(IEndpointRouteBuilder routes)
    {
        const string file = "/{batchId}/datasets/{datasetId}/files/{**filePath}";
        routes.MapPut(file, UploadAsync);
        routes.MapPatch(file, AddPartAsync);
        routes.MapPost(file, ActAsync);
        routes.MapMethods(file, [HttpMethods.Head], Show);
        routes.MapGet("/{batchId}/datasets/{datasetId}/preview", BatchPreview.ShowAsync);
    }

    private static async Task<IResult> UploadAsync(
        HttpRequest request, Sandbox sandbox, string batchId, string datasetId, string? filePath, BatchService batches)
    {
        string name = Name(filePath);
        RequireBytes(request, StagingArea.MaxFileBytes);
        await batches.WriteFileAsync(sandbox, batchId, datasetId, name, request.Body, request.HttpContext.RequestAborted);
        return Results.Ok();
    }

    private static async Task<IResult> AddPartAsync(
        HttpRequest request, HttpResponse response, Sandbox sandbox, string batchId, string datasetId, string? filePath, LargeFiles files)
    {
        string name = Name(filePath);
        RequireBytes(request, LargeFiles.MaxPartBytes);
        ContentRange range = ContentRange.From(request);
        long received =
            await files.AddPartAsync(sandbox, batchId, datasetId, name, range, request.Body, request.HttpContext.RequestAborted);
        response.Headers.Range = $"bytes=0-{received - 1}";
        return Describe(name, received, StatusCodes.Status200OK);
    }

    // The guide says 201 for both actions, the specification 200.
    private static async Task<IResult> ActAsync(
        HttpRequest request, Sandbox sandbox, string batchId, string datasetId, string? filePath, string? action, LargeFiles files)
    {
        string name = Name(filePath);
        switch (action?.ToUpperInvariant())
        {
            case "INITIALIZE":
                files.Initialize(sandbox, batchId, datasetId, name);
                return Describe(name, 0, StatusCodes.Status201Created);
            case "COMPLETE":
                long length = await files.CompleteAsync(sandbox, batchId, datasetId, name, request.HttpContext.RequestAborted);
                return Describe(name, length, StatusCodes.Status201Created);
            default:
                throw IngestionErrors.Invalid($"The action '{action}' is unknown: INITIALIZE or COMPLETE.");
        }
    }

    private static IResult Show(
        HttpResponse response, Sandbox sandbox, string batchId, string datasetId, string filePath, BatchService batches, LargeFiles files)
    {
        JsonObject batch = batches.Find(sandbox, batchId) ?? throw IngestionErrors.NotFound(batchId);
        long? length = BatchDocument.DatasetOf(batch) == datasetId ? files.Length(sandbox, batchId, RouteText.Decode(filePath)) : null;
        if (length is null)
            return Results.NotFound();
        response.Headers.Range = $"bytes=0-{length - 1}";
        return Results.Ok();
    }

    private static void RequireBytes(HttpRequest request, long limit)
    {
        if (!(request.ContentType ?? "").StartsWith(OctetStream, StringComparison.OrdinalIgnoreCase))
            throw IngestionErrors.UnsupportedMediaType(request.ContentType);
        if (request.ContentLength > limit)
            throw IngestionErrors.TooLarge(
                $"A single upload must not be larger than {limit} bytes: send a larger file in parts, by the large file upload.");
    }

    private static string Name(string? filePath) =>
        string.IsNullOrEmpty(filePath) ? throw IngestionErrors.Invalid("The file path is missing.") : RouteText.Decode(filePath);

    private static IResult Describe(string name, long length, int status) =>
        Results.Json(new JsonObject { ["name"] = name, ["sizeInBytes"] = length }, statusCode: status);
}
