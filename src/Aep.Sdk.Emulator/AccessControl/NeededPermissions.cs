namespace Aep.Sdk.Emulator.AccessControl;

/// <summary>Which permission an operation needs: the first row whose path and method fit decides. One permission is enough.</summary>
internal static class NeededPermissions
{
    private static readonly string[] Segments = ["view-segments", "manage-segments"];
    private static readonly string[] Profiles = ["view-profiles", "manage-profiles"];
    private static readonly string[] Datasets = ["view-datasets", "manage-datasets"];
    private static readonly string[] Sources = ["manage-sources", "manage-destinations"];
    private static readonly string[] MergePolicies = ["view-profile-configs", "manage-profile-configs"];
    private static readonly string[] DatasetActivation = ["manage-and-activate-dataset-destinations"];
    private static readonly string[] Policies = ["view-dule-policies", "manage-dule-policies"];

    private static readonly (string Path, string? Methods, string[] AnyOf)[] Table =
    [
        ("/data/foundation/schemaregistry", "GET", ["view-schemas", "manage-schemas"]),
        ("/data/foundation/schemaregistry", null, ["manage-schemas"]),
        ("/data/foundation/catalog", "GET", Datasets),
        ("/data/foundation/catalog", null, ["manage-datasets"]),
        ("/data/foundation/dataset", "GET", Datasets),
        ("/data/foundation/dataset", null, ["manage-dule-labels"]),
        ("/data/foundation/import", null, ["manage-datasets"]),
        ("/data/foundation/export", "GET", Datasets),
        ("/data/foundation/query", null, ["manage-queries"]),
        ("/data/foundation/flowservice", "GET", ["view-sources", "view-destinations", .. Sources]),
        ("/data/foundation/flowservice", null, Sources),
        ("/data/foundation/connectors", "GET", ["view-sources", .. Sources]),
        ("/data/foundation/connectors", null, Sources),
        ("/data/foundation/conversion", "GET", ["view-sources", "view-destinations", .. Sources]),
        ("/data/foundation/conversion", null, Sources),
        ("/data/core/activation/authoring", null, ["destination-authoring"]),
        ("/data/core/activation", null, ["activate-destinations"]),
        ("/data/core/hygiene", "GET", ["view-data-hygiene", "manage-data-hygiene"]),
        ("/data/core/hygiene", null, ["manage-data-hygiene"]),
        ("/data/core/ups/segment/jobs/bulk-get", null, Segments),
        ("/data/core/ups/segment/definitions/bulk-get", null, Segments),
        ("/data/core/ups/segment/conversion", null, Segments),
        ("/data/core/ups/segment/jobs", "GET", Segments),
        ("/data/core/ups/segment/jobs", null, ["evaluate-segments"]),
        ("/data/core/ups/segment", "GET", Segments),
        ("/data/core/ups/segment", null, ["manage-segments"]),
        ("/data/core/ups/audiences/bulk-get", null, Segments),
        ("/data/core/ups/audiences", "GET", Segments),
        ("/data/core/ups/audiences", null, ["manage-segments"]),
        ("/data/core/ais", "GET", Segments),
        ("/data/core/ais", null, ["manage-segments"]),
        ("/data/core/ups/preview", null, Segments),
        ("/data/core/ups/estimate", null, Segments),
        ("/data/core/ups/search", null, Segments),
        ("/data/core/ups/config/schedules", "GET", Segments),
        ("/data/core/ups/config/schedules", null, ["manage-segments"]),
        ("/data/core/ups/export", "GET", Profiles),
        ("/data/core/ups/export", null, ["export-audience-for-segment"]),
        ("/data/core/ups/access/entities", "GET,POST", Profiles),
        ("/data/core/ups/config/mergePolicies/bulk-get", null, MergePolicies),
        ("/data/core/ups/config/mergePolicies", "GET", MergePolicies),
        ("/data/core/ups/config/mergePolicies", null, ["manage-profile-configs"]),
        ("/data/core/ups", "GET", Profiles),
        ("/data/core/ups", null, ["manage-profiles"]),
        ("/data/core/ca", "GET", ["view-computed-attributes", "manage-computed-attributes"]),
        ("/data/core/ca", null, ["manage-computed-attributes"]),
        ("/data/core/idnamespace", "GET", ["view-identity-namespaces", "manage-identity-namespaces"]),
        ("/data/core/idnamespace", null, ["manage-identity-namespaces"]),
        ("/data/core/identity", null, ["view-identity-graph"]),
        ("/data/foundation/sandbox-management/sandboxes", "GET", ["view-sandboxes", "manage-sandboxes"]),
        ("/data/foundation/sandbox-management/sandboxes", "PUT", ["reset-sandboxes"]),
        ("/data/foundation/sandbox-management/sandboxes", null, ["manage-sandboxes"]),
        ("/data/foundation/exim/handshake", null, ["package-share"]),
        ("/data/foundation/exim/transfer", null, ["package-share"]),
        ("/data/foundation/exim", null, ["manage-packages"]),
        ("/data/foundation/dulepolicy/labels", "PUT", ["manage-dule-labels"]),
        ("/data/foundation/dulepolicy/bulk-eval", null, Policies),
        ("/data/foundation/dulepolicy/marketingActions", "GET,POST", Policies),
        ("/data/foundation/dulepolicy", "GET", Policies),
        ("/data/foundation/dulepolicy", null, ["manage-dule-policies"]),
    ];

    /// <returns>The permissions of which one is needed; empty if the operation needs none.</returns>
    public static IReadOnlyList<string> For(HttpRequest request)
    {
        if (ActivatesDatasets(request))
            return DatasetActivation;
        foreach ((string path, string? methods, string[] anyOf) in Table)
        {
            if (request.Path.StartsWithSegments(path) && (methods is null || methods.Split(',').Contains(request.Method)))
                return anyOf;
        }
        return [];
    }

    // One address for datasets and audiences: the Accept header tells which.
    private static bool ActivatesDatasets(HttpRequest request) => request.Path.StartsWithSegments("/data/core/activation/disflowprovider")
        && request.Headers.Accept.ToString().Contains("adhoc.dataset.activation", StringComparison.Ordinal);
}
