using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;
using Aep.Sdk.Emulator.Storage;
using Aep.Sdk.Emulator.Work;

namespace Aep.Sdk.Emulator.Sandboxes;

/// <summary>Packages that go to organisations: to a partner who has approved, or, if public, to whoever asks.</summary>
internal sealed class PackageSharing(
    AepEmulatorOptions options, SandboxPackages packages, Partnerships partnerships, BackgroundWork work, TimeProvider time,
    DataFolder folder)
{
    private const string Pending = "PENDING";
    private readonly DocumentCollection _transfers = Open(folder, time);

    public IEnumerable<JsonObject> All => _transfers.All();

    /// <exception cref="ApiException">404: there is no such transfer.</exception>
    public JsonObject Get(string id) => _transfers.Find(id) ?? throw SandboxErrors.Create(404, $"The transfer {id} does not exist.");

    /// <summary>By what a public package is named elsewhere.</summary>
    /// <exception cref="ApiException">400: the package is not public; 404: there is none.</exception>
    public JsonObject Payload(string packageId)
    {
        RequirePublic(packages.Get(packageId));
        return new JsonObject { ["imsOrgId"] = options.OrgId, ["packageId"] = packageId };
    }

    /// <exception cref="ApiException">
    /// 400: the package is not published, or an organisation is no partner. Nothing is sent then.
    /// </exception>
    public JsonArray Share(JsonObject body, string user)
    {
        string id = (string?)body["packageId"] ?? throw SandboxErrors.Invalid("packageId is missing.");
        _ = packages.Contents(id);
        if (body["targets"] is not JsonArray { Count: > 0 } targets)
            throw SandboxErrors.Invalid("targets must be a list of organisations.");
        string[] organisations =
            [.. targets.Select(target => (string?)target?["imsOrgId"] ?? throw SandboxErrors.Invalid("imsOrgId of a target is missing."))];
        if (Array.Find(organisations, organisation => !partnerships.IsPartner(organisation)) is { } stranger)
            throw SandboxErrors.Invalid($"{stranger} is no partner: it has to approve a request first (POST /handshake/bulkCreate).");
        return [.. organisations.Select(organisation => Start(id, organisation, "PRIVATE", user))];
    }

    /// <exception cref="ApiException">400: the package is not public; 404: it is of an organisation that is not here.</exception>
    public JsonObject Pull(JsonObject body, string user)
    {
        string organisation = (string?)body["imsOrgId"] ?? throw SandboxErrors.Invalid("imsOrgId is missing.");
        string id = (string?)body["packageId"] ?? throw SandboxErrors.Invalid("packageId is missing.");
        if (organisation != options.OrgId)
            throw SandboxErrors.Create(404, $"The local platform has one organisation, {options.OrgId}; it knows no packages of others.");
        RequirePublic(packages.Get(id));
        _ = packages.Contents(id);
        return Start(id, options.OrgId, SandboxPackages.Public, user);
    }

    private static void RequirePublic(JsonObject package)
    {
        if ((string?)package["packageVisibility"] != SandboxPackages.Public)
            throw SandboxErrors.Invalid($"The package {package["id"]} is not public (PUT /packages/update makes it so).");
    }

    private JsonObject Start(string packageId, string target, string type, string user)
    {
        string id = Guid.NewGuid().ToString("N");
        var transfer = new JsonObject
        {
            ["id"] = id,
            ["version"] = 0,
            ["createdDate"] = Now(time),
            ["modifiedDate"] = Now(time),
            ["createdBy"] = user,
            ["modifiedBy"] = user,
            ["sourceIMSOrgId"] = options.OrgId,
            ["targetIMSOrgId"] = target,
            ["packageId"] = packageId,
            ["packageName"] = packages.Get(packageId)["name"]!.DeepClone(),
            ["status"] = Pending,
            ["initiatedBy"] = user,
            ["requestType"] = type,
        };
        _transfers.Save(id, transfer);
        // What is kept is a copy: the answer stays as it was made.
        var running = (JsonObject)transfer.DeepClone();
        work.Start($"package transfer {id}", _ =>
        {
            packages.Receive(packageId, user);
            End(_transfers, running, "COMPLETED", null, time);
            return Task.CompletedTask;
        }, failure => End(_transfers, running, "FAILED", (failure as ApiException)?.Body.ToJsonString() ?? failure.Message, time));
        return transfer;
    }

    // What an earlier run of the platform did not finish has failed.
    private static DocumentCollection Open(DataFolder folder, TimeProvider time)
    {
        DocumentCollection transfers = DocumentCollection.Open(folder.Subfolder("organisation", "package-transfers"));
        foreach (JsonObject transfer in transfers.All().Where(transfer => (string?)transfer["status"] == Pending))
            End(transfers, transfer, "FAILED", "The platform stopped before the transfer had ended.", time);
        return transfers;
    }

    private static void End(DocumentCollection transfers, JsonObject transfer, string status, string? message, TimeProvider time)
    {
        transfer["status"] = status;
        transfer["completedTime"] = Now(time);
        transfer["modifiedDate"] = Now(time);
        transfer["transferDetails"] = new JsonObject { ["messages"] = new JsonArray(message ?? $"Finished with status: {status}") };
        transfers.Save((string)transfer["id"]!, transfer);
    }

    private static long Now(TimeProvider time) => time.GetUtcNow().ToUnixTimeMilliseconds();
}
