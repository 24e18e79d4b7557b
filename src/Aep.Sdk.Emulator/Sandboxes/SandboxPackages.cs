using System.Globalization;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;
using Aep.Sdk.Emulator.Storage;

namespace Aep.Sdk.Emulator.Sandboxes;

/// <summary>Packages: lists of objects of a sandbox for another one; what they hold is kept when they are published.</summary>
internal sealed class SandboxPackages(AepEmulatorOptions options, SandboxDirectory sandboxes, TimeProvider time, DataFolder folder)
{
    public const int DefaultDays = 90;
    public const string Public = "PUBLIC";
    public const string Draft = "DRAFT";
    private const string Tenant = "TENANT";
    private readonly DocumentCollection _packages = DocumentCollection.Open(folder.Subfolder("organisation", "packages"));
    private readonly DocumentCollection _contents = DocumentCollection.Open(folder.Subfolder("organisation", "package-contents"));

    public IReadOnlyList<JsonObject> All => _packages.All();

    public JsonObject Get(string id) => _packages.Find(id) ?? throw SandboxErrors.Create(404, $"The package {id} does not exist.");

    public JsonObject Create(JsonObject body, string user)
    {
        if (string.IsNullOrWhiteSpace((string?)body["name"]))
            throw SandboxErrors.Invalid("name is missing.");
        string source = (string?)body["sourceSandbox"]?["name"] ?? throw SandboxErrors.Invalid("sourceSandbox.name is missing.");
        RequireSandbox(source);
        string id = Guid.NewGuid().ToString("N");
        var package = (JsonObject)body.DeepClone();
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        package["id"] = id;
        package["version"] = 0;
        package["createdDate"] = now;
        package["createdBy"] = user;
        package["imsOrgId"] = options.OrgId;
        package["status"] = Draft;
        package["packageVisibility"] = Tenant;
        package["expiry"] = Expiry(body);
        package["artifactsList"] = body["artifacts"]?.DeepClone() ?? new JsonArray();
        package.Remove("artifacts");
        return Save(id, package, user, 0);
    }

    /// <summary>ADD and DELETE artifacts, UPDATE name and description.</summary>
    public JsonObject Change(JsonObject change, string user)
    {
        string id = (string?)change["id"] ?? throw SandboxErrors.Invalid("id is missing.");
        JsonObject package = Get(id);
        JsonArray artifacts = package["artifactsList"]!.AsArray();
        string action = (string?)change["action"] ?? "";
        switch (action)
        {
            case "ADD" or "DELETE":
                HashSet<string?> named = [.. (change["artifacts"] as JsonArray ?? []).Select(item => (string?)item?["id"])];
                IEnumerable<JsonNode?> rest =
                    artifacts.Where(item => !named.Contains((string?)item?["id"])).Select(item => item?.DeepClone());
                IEnumerable<JsonNode?> added =
                    action == "ADD" ? (change["artifacts"] as JsonArray ?? []).Select(item => item?.DeepClone()) : [];
                package["artifactsList"] = new JsonArray([.. rest, .. added]);
                if (action == "ADD")
                    package["expiry"] = Expiry(change);
                break;
            case "UPDATE":
                if ((string?)change["sourceSandbox"]?["name"] is { } source)
                    RequireSandbox(source);
                foreach (string member in new[] { "name", "description", "sourceSandbox" })
                {
                    if (change[member] is { } value)
                        package[member] = value.DeepClone();
                }
                break;
            default:
                throw SandboxErrors.Invalid($"The action '{action}' must be ADD, DELETE or UPDATE.");
        }
        return Save(id, package, user, (int)package["version"]! + 1);
    }

    /// <summary>Lets every organisation import a package. There is no way back.</summary>
    public JsonObject MakePublic(JsonObject change, string user)
    {
        if ((string?)change["action"] != "UPDATE" || (string?)change["packageVisibility"] != Public)
            throw SandboxErrors.Invalid($"action must be UPDATE, and packageVisibility {Public}: a public package stays one.");
        string id = (string?)change["id"] ?? throw SandboxErrors.Invalid("id is missing.");
        JsonObject package = Get(id);
        package["packageVisibility"] = Public;
        return Save(id, package, user, (int)package["version"]! + 1);
    }

    /// <summary>Whether the package of a job is in a state; every job is in none.</summary>
    public bool IsIn(JsonObject job, string status) =>
        status.Length == 0 || (string?)_packages.Find((string?)job["packageId"] ?? "")?["status"] == status;

    /// <summary>A package that came from an organisation, with what was in it when it was published.</summary>
    public JsonObject Receive(string id, string user)
    {
        IReadOnlyList<PackageItem> items = Contents(id);
        JsonObject package = Get(id);
        string copy = Guid.NewGuid().ToString("N");
        package["id"] = copy;
        package["packageVisibility"] = Tenant;
        package["createdDate"] = time.GetUtcNow().ToUnixTimeMilliseconds();
        package["createdBy"] = user;
        _contents.Save(copy, new JsonObject { ["items"] = new JsonArray([.. items.Select(item => item.ToJson())]) });
        return Save(copy, package, user, 0);
    }

    public void Delete(string id)
    {
        _ = Get(id);
        _packages.Remove(id);
        _contents.Remove(id);
    }

    public static IEnumerable<(string Type, string Id)> Artifacts(JsonObject package) =>
        package["artifactsList"]!.AsArray().Select(item => ((string?)item!["type"] ?? "", (string?)item["id"] ?? ""));

    public void SetStatus(string id, string status, string user)
    {
        JsonObject package = Get(id);
        package["status"] = status;
        Save(id, package, user, (int)package["version"]! + 1);
    }

    public void Publish(string id, IReadOnlyList<PackageItem> items, string user, int days)
    {
        _contents.Save(id, new JsonObject { ["items"] = new JsonArray([.. items.Select(item => item.ToJson())]) });
        JsonObject package = Get(id);
        DateTimeOffset now = time.GetUtcNow();
        package["status"] = "PUBLISHED";
        package["publishDate"] = now.ToUnixTimeMilliseconds();
        package["expiry"] = now.AddDays(days).ToUnixTimeMilliseconds();
        Save(id, package, user, (int)package["version"]! + 1);
    }

    /// <summary>What a published package holds.</summary>
    /// <exception cref="ApiException">400: it is not published, or has expired.</exception>
    public IReadOnlyList<PackageItem> Contents(string id)
    {
        JsonObject package = Get(id);
        if ((string?)package["status"] != "PUBLISHED" || _contents.Find(id) is not { } stored)
            throw SandboxErrors.Invalid($"The package {id} is not published: publish it first (GET /packages/{id}/export).");
        return (long)package["expiry"]! > time.GetUtcNow().ToUnixTimeMilliseconds()
            ? [.. stored["items"]!.AsArray().Select(item => PackageItem.Read(item!))]
            : throw SandboxErrors.Invalid($"The package {id} has expired.");
    }

    private void RequireSandbox(string name)
    {
        if (sandboxes.Find(name) is null)
            throw SandboxErrors.Invalid($"The sandbox {name} does not exist.");
    }

    // Asked for as a text, answered in milliseconds.
    private long Expiry(JsonObject body)
    {
        if (body["expiry"] is not { } given)
            return time.GetUtcNow().AddDays(DefaultDays).ToUnixTimeMilliseconds();
        return DateTimeOffset.TryParse(
            given.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset at)
            ? at.ToUnixTimeMilliseconds()
            : throw SandboxErrors.Invalid($"expiry '{given}' must be a time such as 2030-05-20T20:05:10Z.");
    }

    private JsonObject Save(string id, JsonObject package, string user, int version)
    {
        package["version"] = version;
        package["modifiedDate"] = time.GetUtcNow().ToUnixTimeMilliseconds();
        package["modifiedBy"] = user;
        _packages.Save(id, package);
        return package;
    }
}
