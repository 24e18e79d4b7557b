using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.BlobStorage;
using Aep.Sdk.Emulator.FlowService.Sources;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.FlowService;

/// <summary>Looks into the landing zone: folders, the columns of a file, its first rows.</summary>
internal sealed class Exploration(BlobStore blobs, StorageAccounts accounts)
{
    private const int PreviewRows = 100;

    public async Task<JsonNode> ExploreAsync(Sandbox sandbox, IQueryCollection query)
    {
        string path = (query["object"].FirstOrDefault() ?? "").Trim('/');
        string container = BlobStore.UserContainer;
        if (path == container || path.StartsWith(container + "/", StringComparison.Ordinal))
            path = path[container.Length..].Trim('/');
        return (query["objectType"].FirstOrDefault() ?? "root").ToLowerInvariant() switch
        {
            "root" => Folder(sandbox, ""),
            "folder" => Folder(sandbox, path.Length == 0 ? "" : path + "/"),
            "file" => await DescribeAsync(sandbox, path, query),
            string other => throw FlowErrors.Invalid($"objectType '{other}' is none of root, folder, file."),
        };
    }

    private JsonArray Folder(Sandbox sandbox, string prefix)
    {
        IEnumerable<(string Name, bool IsFolder)> entries = blobs.List(accounts.Of(sandbox).Name, BlobStore.UserContainer, prefix)
            .Select(blob => blob.Name[prefix.Length..])
            .Select(name => name.IndexOf('/') is >= 0 and int end ? (name[..end], true) : (name, false))
            .Distinct();
        return new JsonArray([.. entries.Select(entry => new JsonObject
        {
            ["type"] = entry.IsFolder ? "folder" : "file",
            ["name"] = entry.Name,
            ["path"] = $"/{BlobStore.UserContainer}/{prefix}{entry.Name}{(entry.IsFolder ? "/" : "")}",
            ["canPreview"] = !entry.IsFolder,
            ["canFetchSchema"] = !entry.IsFolder,
        })]);
    }

    private async Task<JsonObject> DescribeAsync(Sandbox sandbox, string path, IQueryCollection query)
    {
        StoredBlob blob = (path.Length == 0 ? null : blobs.Find(accounts.Of(sandbox).Name, BlobStore.UserContainer, path))
            ?? throw FlowErrors.NotFound("file", path);
        string format = (query["fileType"].FirstOrDefault() ?? "delimited").ToLowerInvariant();
        var source = SourceFormat.Of(
            format, query["compressionType"].FirstOrDefault(), query["columnDelimiter"].FirstOrDefault(),
            query["encoding"].FirstOrDefault());
        JsonObject[] rows;
        try
        {
            rows = await SourceRows.ReadAsync(blob.File, source, CancellationToken.None).Where(row => row.Values is not null)
                .Select(row => row.Values!).Take(PreviewRows).ToArrayAsync();
        }
        catch (Exception exception) when (exception is InvalidOperationException or DuckDB.NET.Data.DuckDBException)
        {
            throw FlowErrors.Invalid(exception.Message);
        }
        if (query["preview"] == "true")
            return new JsonObject { ["data"] = new JsonArray([.. rows]) };
        IEnumerable<string> columns = rows.SelectMany(row => row.Select(member => member.Key)).Distinct();
        return new JsonObject
        {
            ["format"] = format,
            ["schema"] = new JsonObject
            {
                ["columns"] = new JsonArray([.. columns.Select(column => new JsonObject { ["name"] = column, ["type"] = "string" })]),
            },
        };
    }
}
