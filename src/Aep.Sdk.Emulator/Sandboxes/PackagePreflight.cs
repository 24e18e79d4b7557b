using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.AccessControl;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Sandboxes;

/// <summary>What the credential needs in a sandbox to make the artifacts of a package there, and what of it it lacks.</summary>
internal sealed class PackagePreflight(SandboxPackages packages, SandboxDirectory sandboxes, Roles roles)
{
    private static readonly string[] Read = ["read"];
    private static readonly string[] All = ["read", "write", "delete"];

    // As the page has it for audiences, without compositions, which are not here; the others follow it.
    private static readonly Dictionary<string, Needed[]> OfTypes = new()
    {
        [PackageTypes.Segment] =
        [
            new("Schema", "schemas", Read), new("ProfileConfig", "profile-configs", Read), new("Segment", "segments", All),
            new("Query", "query", ["write"]), new("SegmentDashboard", "dashboards", Read),
        ],
        [PackageTypes.Dataset] = [new("Schema", "schemas", Read), new("Dataset", "datasets", All)],
        ["REGISTRY_SCHEMA"] = [new("Schema", "schemas", All)],
        ["REGISTRY_CLASS"] = [new("Class", "classes", All)],
        ["REGISTRY_MIXIN"] = [new("Mixin", "mixins", All)],
        ["REGISTRY_DATATYPE"] = [new("DataType", "data-types", All)],
    };

    /// <exception cref="ApiException">
    /// 400: the package is not published, or there is no such sandbox; 404: there is no such package.
    /// </exception>
    public JsonObject Check(string packageId, string targetSandbox)
    {
        IReadOnlyList<PackageItem> items = packages.Contents(packageId);
        Sandbox target = sandboxes.Find(targetSandbox)
            ?? throw SandboxErrors.Invalid($"targetSandbox: the sandbox '{targetSandbox}' does not exist.");
        IReadOnlySet<string> granted = roles.Granted(target.Name);
        Permission[] own = [.. Permissions.All.Where(permission => granted.Contains(permission.Id))];
        return new JsonObject
        {
            ["packageID"] = packageId,
            ["targetSandboxName"] = target.Name,
            // Descriptors come with their schema.
            ["permissionResponse"] = new JsonArray([.. items.Where(item => OfTypes.ContainsKey(item.Type)).Select(item => Of(item, own))]),
        };
    }

    private static JsonObject Of(PackageItem item, Permission[] own)
    {
        bool sees = Permissions.Actions(own, "sandboxes").Contains("read");
        Needed[] needed = OfTypes[item.Type];
        Needed[] missing =
        [
            .. needed.Select(part => part with { Actions = [.. part.Actions.Except(Permissions.Actions(own, part.Type))] })
                .Where(part => part.Actions.Length > 0),
        ];
        return new JsonObject
        {
            ["artifactID"] = item.Id,
            ["requiredPermissions"] = Describe(needed, withSandbox: true),
            ["missingPermissions"] = Describe(missing, withSandbox: !sees),
            ["artifactType"] = item.Type,
            ["creationAllowed"] = missing.Length == 0 && sees,
        };
    }

    // A sandbox is viewed, everything else is read.
    private static JsonObject Describe(IEnumerable<Needed> parts, bool withSandbox)
    {
        Needed[] sandbox = withSandbox ? [new("Sandbox", "sandboxes", ["view"])] : [];
        return new JsonObject
        {
            ["resources"] = new JsonArray([.. sandbox.Concat(parts).Select(part => new JsonObject
            {
                ["palmResourceType"] = part.Name,
                ["resourcePermissions"] = new JsonArray([.. part.Actions.Select(action => (JsonNode)action)]),
            })]),
        };
    }

    /// <param name="Name">The type of resources as sandbox tooling calls it.</param>
    /// <param name="Type">The type of resources as access control calls it.</param>
    /// <param name="Actions">What has to be allowed on them.</param>
    private sealed record Needed(string Name, string Type, string[] Actions);
}
