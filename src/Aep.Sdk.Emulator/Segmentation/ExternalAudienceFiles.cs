using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.BlobStorage;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Lake;
using DuckDB.NET.Data;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>The identities in the delimited files of an external audience, in the landing zone.</summary>
internal sealed class ExternalAudienceFiles(BlobStore blobs, StorageAccounts accounts)
{
    /// <param name="sandbox">The sandbox.</param>
    /// <param name="audience">The audience: it names the file or the folder, and the column of the identities.</param>
    /// <param name="from">Files that were written before are left out.</param>
    /// <param name="to">Files that were written after are left out.</param>
    /// <exception cref="InvalidOperationException">There is no such file.</exception>
    public HashSet<string> Identities(Sandbox sandbox, JsonObject audience, DateTimeOffset from, DateTimeOffset to)
    {
        JsonObject source = ExternalAudienceBody.Source(audience);
        string path = ((string)source["path"]!).Trim('/'), container = BlobStore.UserContainer + "/";
        string name = path.StartsWith(container, StringComparison.Ordinal) ? path[container.Length..] : path;
        bool isFolder = (string?)source["type"] == "folder";
        StoredBlob[] files = [.. blobs.List(accounts.Of(sandbox).Name, BlobStore.UserContainer, isFolder ? name + "/" : name)
            .Where(file => (isFolder || file.Name == name) && file.LastModified >= from && file.LastModified <= to)];
        if (files.Length == 0)
            throw new InvalidOperationException($"The landing zone has no {source["type"]} {path} written between {from:o} and {to:o}.");
        string column = ExternalAudienceBody.IdentityField(audience).Column;
        return [.. files.SelectMany(file => Read(file.File, column))];
    }

    private static List<string> Read(string csv, string column)
    {
        using DuckDBConnection connection = DuckDb.Open();
        using DuckDBCommand command = connection.CreateCommand();
        string name = DuckDb.Identifier(column);
        command.CommandText =
            $"SELECT DISTINCT {name} FROM read_csv({DuckDb.Literal(csv)}, header = true, all_varchar = true) WHERE {name} IS NOT NULL";
        using DuckDBDataReader reader = command.ExecuteReader();
        var ids = new List<string>();
        while (reader.Read())
            ids.Add(reader.GetString(0));
        return ids;
    }
}
