using System.Globalization;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Catalog;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Lake;

namespace Aep.Sdk.Emulator.DataAccess;

/// <summary>Lists and downloads files. Downloads take a <c>Range</c> header.</summary>
internal static class DataAccessRoutes
{
    private const string OctetStream = "application/octet-stream";
    private static readonly string[] GetAndHead = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/batches/{batchId}/files", ListBatchFiles);
        routes.MapGet("/batches/{batchId}/failed", (HttpRequest request, Sandbox sandbox, string batchId, string? path, BatchFiles files) =>
            ListOrDownload(request, files.Failed(sandbox, batchId), path));
        routes.MapGet("/batches/{batchId}/meta", Meta);
        routes.MapGet("/datasets/{datasetId}/preview",
            (Sandbox sandbox, string datasetId, DatasetService datasets) => Results.Json(new JsonObject
            {
                ["data"] = DatasetPreview.Rows(
                    sandbox, datasets.Find(sandbox, datasetId)?.Id ?? throw DataAccessErrors.NotFound("dataset", datasetId)),
            }));
        routes.MapMethods("/files/{fileId}", GetAndHead,
            (HttpRequest request, Sandbox sandbox, string fileId, string? path, BatchFiles files) =>
            ListOrDownload(request, [files.FindInLake(sandbox, fileId)], path));
    }

    private static IResult ListBatchFiles(HttpRequest request, Sandbox sandbox, string batchId, BatchFiles files) =>
        FilePage.Of(
            request, [.. files.InLake(sandbox, batchId).Select(entry => Describe(request, entry.FileId, entry.File, entry.Snapshot))]);

    private static JsonObject Describe(HttpRequest request, string fileId, StoredFile file, LakeSnapshot snapshot)
    {
        string time = snapshot.CommittedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["dataSetFileId"] = fileId,
            ["dataSetViewId"] = snapshot.Id.ToString(CultureInfo.InvariantCulture),
            ["version"] = "1.0.0",
            ["created"] = time,
            ["updated"] = time,
            ["records"] = snapshot.Rows.ToString(CultureInfo.InvariantCulture),
            ["size"] = file.Length.ToString(CultureInfo.InvariantCulture),
            ["isValid"] = true,
            ["_links"] = FilePage.Self($"{FilePage.Site(request)}/data/foundation/export/files/{fileId}"),
        };
    }

    private static IResult Meta(HttpRequest request, Sandbox sandbox, string batchId, string? path, BatchFiles files)
    {
        IReadOnlyList<StoredFile> found = files.Meta(sandbox, batchId, path);
        // A folder is listed, also an empty one; a file is downloaded.
        return BatchFiles.IsFolder(path)
            ? FilePage.Of(request, [.. found.Select(file => FilePage.Entry(request, file))])
            : ListOrDownload(request, found, path!.Trim('/'));
    }

    private static IResult ListOrDownload(HttpRequest request, IReadOnlyList<StoredFile> files, string? path)
    {
        if (path is null && HttpMethods.IsHead(request.Method))
            throw DataAccessErrors.Invalid("path is required.");
        if (path is null)
            return FilePage.Of(request, [.. files.Select(file => FilePage.Entry(request, file))]);
        StoredFile wanted = files.FirstOrDefault(file => file.Name == path) ?? throw DataAccessErrors.NotFound("file", path);
        return Results.File(wanted.Path, OctetStream, enableRangeProcessing: true);
    }
}
