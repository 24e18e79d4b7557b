using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;
using Aep.Sdk.Emulator.Storage;
using Aep.Sdk.Emulator.Work;

namespace Aep.Sdk.Emulator.Sandboxes;

/// <summary>The jobs of sandbox tooling: each publishes a package or imports one.</summary>
internal sealed class PackageJobs(
    AepEmulatorOptions options, SandboxDirectory sandboxes, SandboxPackages packages, PackageContents contents, PackageImport import,
    BackgroundWork work, TimeProvider time, DataFolder folder)
{
    private const string Running = "IN_PROGRESS";
    private readonly DocumentCollection _jobs = Open(folder);

    public IReadOnlyList<JsonObject> All => [.. _jobs.All().Reverse()];

    public JsonObject Get(string id) => _jobs.Find(id) ?? throw SandboxErrors.Create(404, $"The job {id} does not exist.");

    /// <summary>Publishes a package: what it holds is kept as it is now.</summary>
    public JsonObject Publish(string packageId, string user, int days)
    {
        JsonObject package = packages.Get(packageId);
        IReadOnlyList<PackageItem> items = contents.Of(Source(packageId), SandboxPackages.Artifacts(package));
        if (items.Count == 0)
            throw SandboxErrors.Invalid($"The package {packageId} has no artifacts.");
        packages.SetStatus(packageId, "PUBLISH_IN_PROGRESS", user);
        return Start(package, "EXPORT", user, null, job =>
        {
            packages.Publish(packageId, items, user, days);
            job["completedTasks"] = Tasks(items, null);
        });
    }

    /// <exception cref="ApiException">400: the package is not published, or there is no such sandbox.</exception>
    public JsonObject Import(JsonObject body, string user)
    {
        string id = (string?)body["id"] ?? throw SandboxErrors.Invalid("id is missing.");
        JsonObject package = packages.Get(id);
        IReadOnlyList<PackageItem> items = packages.Contents(id);
        Sandbox target = Require((string?)body["destinationSandbox"]?["name"] ?? "");
        Dictionary<string, string> replaced = (body["alternatives"] as JsonObject ?? []).ToDictionary(
            entry => entry.Key,
            entry => (string?)entry.Value?["id"] ?? throw SandboxErrors.Invalid($"The alternative of {entry.Key} has no id."));
        package["name"] = body["name"]?.DeepClone() ?? package["name"]!.DeepClone();
        return Start(package, "IMPORT", user, target, job =>
        {
            import.Run(target, items, replaced, user);
            job["completedTasks"] = Tasks(items, replaced);
            job["importReplacementMap"] =
                new JsonObject(replaced.Select(entry => KeyValuePair.Create<string, JsonNode?>(entry.Key, entry.Value)));
        });
    }

    /// <summary>Objects of the target sandbox that may stand for those of the package: the same type and title.</summary>
    public JsonArray Conflicts(string packageId, string targetSandbox)
    {
        Sandbox target = Require(targetSandbox);
        string source = Source(packageId).Name;
        return [.. packages.Contents(packageId).Select(item => (Item: item, Alike: Alike(target, item).ToArray()))
            .Where(entry => entry.Alike.Length > 0)
            .Select(entry => new JsonObject
            {
                ["artifact"] = entry.Item.ToArtifact(),
                ["suggestionList"] = new JsonArray([.. entry.Alike]),
                ["parentID"] = $"{options.OrgId}::{source}::{entry.Item.Type}::{entry.Item.Id}",
            })];
    }

    /// <summary>The artifacts that are asked about, each with what it needs directly.</summary>
    /// <exception cref="ApiException">400: the package is a draft, or an artifact is not in its sandbox.</exception>
    public JsonArray Children(string packageId, JsonArray artifacts)
    {
        if ((string?)packages.Get(packageId)["status"] == SandboxPackages.Draft)
            throw SandboxErrors.Invalid($"The package {packageId} is a draft: publish it first (GET /packages/{packageId}/export).");
        Sandbox source = Source(packageId);
        return [.. artifacts.Select(artifact => new JsonObject
        {
            ["id"] = artifact!["id"]?.DeepClone(),
            ["title"] = contents.Title(source, (string?)artifact["type"] ?? "", (string?)artifact["id"] ?? ""),
            ["type"] = artifact["type"]?.DeepClone(),
            ["children"] = new JsonArray([.. contents.Children(source, (string?)artifact["type"] ?? "", (string?)artifact["id"] ?? "")
                .Select(child => new JsonObject { ["id"] = child.Id, ["title"] = child.Title, ["type"] = child.Type })]),
        })];
    }

    private static IEnumerable<JsonObject> Alike(Sandbox target, PackageItem item)
    {
        string? kind = PackageTypes.Find(item.Type)?.Segment ?? item.Type switch
        {
            PackageTypes.Dataset => Catalog.DatasetService.Kind,
            PackageTypes.Segment => Segmentation.SegmentDefinitions.Kind,
            _ => null,
        };
        return kind is null
            ? []
            : target.Documents[kind].All().Where(document => (string?)(document["title"] ?? document["name"]) == item.Title)
                .Select(document => new PackageItem(item.Type, (string)(document["$id"] ?? document["id"])!, document).ToArtifact());
    }

    private JsonObject Start(JsonObject package, string request, string user, Sandbox? target, Action<JsonObject> run)
    {
        string id = Guid.NewGuid().ToString("N");
        var job = new JsonObject
        {
            ["id"] = id,
            ["packageId"] = package["id"]!.DeepClone(),
            ["name"] = package["name"]!.DeepClone(),
            ["visibility"] = "TENANT",
            ["requestType"] = request,
            ["createdTimestamp"] = Now(),
            ["modifiedTimestamp"] = Now(),
            ["type"] = package["packageType"]?.DeepClone() ?? "PARTIAL",
            ["jobStatus"] = Running,
            ["jobType"] = "NEW",
            ["imsOrgId"] = options.OrgId,
            ["createdBy"] = user,
            ["sourceSandbox"] = package["sourceSandbox"]!.DeepClone(),
            ["destinationSandbox"] = target is null ? null : new JsonObject { ["name"] = target.Name, ["imsOrgId"] = options.OrgId },
        };
        _jobs.Save(id, job);
        work.Start($"sandbox tooling {id}", _ =>
        {
            run(job);
            Finish(job, "SUCCESS", null);
            return Task.CompletedTask;
        }, failure => Finish(job, "FAILED", (failure as ApiException)?.Body.ToJsonString() ?? failure.Message));
        return job;
    }

    // What an earlier run of the platform did not finish has failed: nobody knows how far it came.
    private static DocumentCollection Open(DataFolder folder)
    {
        DocumentCollection jobs = DocumentCollection.Open(folder.Subfolder("organisation", "package-jobs"));
        foreach (JsonObject job in jobs.All().Where(job => (string?)job["jobStatus"] == Running))
        {
            job["jobStatus"] = "FAILED";
            job["message"] = "The platform stopped before the job had ended.";
            jobs.Save((string)job["id"]!, job);
        }
        return jobs;
    }

    private void Finish(JsonObject job, string status, string? message)
    {
        job["jobStatus"] = status;
        job["modifiedTimestamp"] = Now();
        if (message is not null)
            job["message"] = message;
        _jobs.Save((string)job["id"]!, job);
    }

    private static JsonArray Tasks(IReadOnlyList<PackageItem> items, Dictionary<string, string>? replaced) => [.. items.Select(item =>
    {
        JsonObject artifact = item.ToArtifact();
        if (replaced is not null)
            artifact["newId"] = replaced.GetValueOrDefault(item.Id);
        return new JsonObject { ["taskType"] = replaced is null ? "GET" : "POST", ["taskStatus"] = "SUCCESS", ["artifact"] = artifact };
    })];

    private Sandbox Source(string packageId) => Require((string)packages.Get(packageId)["sourceSandbox"]!["name"]!);

    private Sandbox Require(string name) => sandboxes.Find(name) ?? throw SandboxErrors.Invalid($"The sandbox {name} does not exist.");

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
