using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.BlobStorage;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Lake;
using Aep.Sdk.Emulator.Profiles;
using Aep.Sdk.Emulator.Work;
using DuckDB.NET.Data;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>External audiences: made from a description, filled by runs that read a delimited file of the landing zone.</summary>
internal sealed class ExternalAudienceRuns(
    Audiences audiences, Memberships memberships, ProfileStore profiles, BlobStore blobs, StorageAccounts accounts, BackgroundWork work, TimeProvider time)
{
    private const string OperationKind = "externalAudienceOperations";
    private const string RunKind = "externalAudienceRuns";

    public JsonObject Create(Sandbox sandbox, JsonObject body)
    {
        IdentityField(body);
        if (string.IsNullOrEmpty((string?)body["sourceSpec"]?["path"]))
            throw ProfileErrors.Invalid("sourceSpec.path is missing.");
        if (string.IsNullOrWhiteSpace((string?)body["name"]))
            throw ProfileErrors.Invalid("name is missing.");
        string operationId = Guid.NewGuid().ToString(), audienceId = Guid.NewGuid().ToString();
        var operation = new JsonObject { ["operationId"] = operationId, ["status"] = "PROCESSING", ["operationDetails"] = body.DeepClone() };
        sandbox.Documents[OperationKind].Save(operationId, operation);
        work.Start($"external audience {audienceId}", _ =>
        {
            if (body["customAudienceId"] is { } custom)
                body["audienceId"] = custom.DeepClone();
            audiences.SaveExternal(sandbox, audienceId, body);
            sandbox.Documents[OperationKind].TryUpdate(operationId, document =>
            {
                document["status"] = "SUCCESS";
                document["audienceId"] = audienceId;
            }, out JsonObject? _);
            return Task.CompletedTask;
        }, failure => Fail(sandbox, OperationKind, operationId, failure));
        return operation;
    }

    public static JsonObject Operation(Sandbox sandbox, string id) =>
        sandbox.Documents[OperationKind].Find(id) ?? throw ProfileErrors.NotFound($"The operation {id} does not exist.");

    public static JsonObject Run(Sandbox sandbox, string audienceId, string runId) =>
        sandbox.Documents[RunKind].Find(runId) is { } run && (string?)run["audienceId"] == audienceId
            ? run
            : throw ProfileErrors.NotFound($"The run {runId} of the audience {audienceId} does not exist.");

    public JsonObject Start(Sandbox sandbox, string audienceId, JsonObject body)
    {
        JsonObject audience = sandbox.Documents[ExternalAudiences.Kind].Find(audienceId)
            ?? throw ProfileErrors.NotFound($"The audience {audienceId} does not exist.");
        string id = Guid.NewGuid().ToString();
        var run = (JsonObject)body.DeepClone();
        run["runId"] = id;
        run["audienceId"] = audienceId;
        run["audienceName"] = audience["name"]!.DeepClone();
        run["status"] = "PROCESSING";
        run["createdAt"] = time.GetUtcNow().ToUnixTimeMilliseconds();
        sandbox.Documents[RunKind].Save(id, run);
        work.Start($"run {id} of external audience {audienceId}", _ =>
        {
            MembershipChange change = Read(sandbox, audienceId, audience);
            sandbox.Documents[RunKind].TryUpdate(id, document =>
            {
                document["status"] = "SUCCESS";
                document["profileCount"] = change.Members;
            }, out JsonObject? _);
            return Task.CompletedTask;
        }, failure => Fail(sandbox, RunKind, id, failure));
        return run;
    }

    private MembershipChange Read(Sandbox sandbox, string audienceId, JsonObject audience)
    {
        (string column, string space) = IdentityField(audience);
        string path = ((string)audience["sourceSpec"]!["path"]!).Trim('/');
        string container = BlobStore.UserContainer + "/";
        string name = path.StartsWith(container, StringComparison.Ordinal) ? path[container.Length..] : path;
        StoredBlob[] files = [.. blobs.List(accounts.Of(sandbox).Name, BlobStore.UserContainer, name)];
        if (files.Length == 0)
            throw new InvalidOperationException($"The landing zone has no file {path}.");
        var members = new List<Profile>();
        foreach (string id in files.SelectMany(file => Identities(file.File, column)))
        {
            if (profiles.Find(sandbox, ProfileKey.Of(space, id)) is { } profile)
                members.Add(profile);
        }
        return memberships.Replace(sandbox, audienceId, members);
    }

    private static List<string> Identities(string csv, string column)
    {
        using DuckDBConnection connection = DuckDb.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText =
            $"SELECT DISTINCT {DuckDb.Identifier(column)} FROM read_csv({DuckDb.Literal(csv)}, header = true, all_varchar = true) WHERE {DuckDb.Identifier(column)} IS NOT NULL";
        using DuckDBDataReader reader = command.ExecuteReader();
        var ids = new List<string>();
        while (reader.Read())
            ids.Add(reader.GetString(0));
        return ids;
    }

    private static (string Column, string Namespace) IdentityField(JsonObject audience)
    {
        foreach (JsonNode? item in audience["fields"] as JsonArray ?? [])
        {
            if ((string?)item?["identityNs"] is { Length: > 0 } space && (string?)item["name"] is { Length: > 0 } name)
                return (name, space);
        }
        throw ProfileErrors.Invalid("fields must have one with an identityNs: it says whose membership a row is.");
    }

    private static void Fail(Sandbox sandbox, string kind, string id, Exception failure) => sandbox.Documents[kind].TryUpdate(id, document =>
    {
        document["status"] = "FAILED";
        document["error"] = failure.Message;
    }, out JsonObject? _);
}
