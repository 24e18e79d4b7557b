namespace Aep.Sdk.Emulator.AccessControl;

/// <summary>
/// The permissions of Experience Platform: those that
/// https://experienceleague.adobe.com/en/docs/experience-platform/access-control/api/effective-policies lists, and those of the services beside them.
/// </summary>
internal static class Permissions
{
    public static IReadOnlyList<Permission> All { get; } =
    [
        new("activate-destinations", "Activate Destinations", "Destinations", "destinations"),
        new("evaluate-segments", "Evaluate a Segment to an Audience", "Profile Management", "segment-jobs"),
        new("export-audience-for-segments", "Export Audience for Segment", "Profile Management", "segments"),
        new("manage-data-usage-labels", "Apply Data Usage Labels", "Data Governance", "dule-labels"),
        new("manage-data-usage-policies", "Manage Data Usage Policies", "Data Governance", "dule-policies"),
        new("manage-datasets", "Manage Datasets", "Data Management", "connections", "datasets", "dataset-data", "dule-labels"),
        new("manage-destinations", "Manage Destinations", "Destinations", "destinations", "connections"),
        new("manage-identity-namespaces", "Manage Identity Namespaces", "Identity Management", "identity-namespaces"),
        new("manage-packages", "Manage Packages", "Sandbox Administration", "packages"),
        new("manage-profiles", "Manage Profiles", "Profile Management", "profile-configs", "profile-datasets", "profiles"),
        new("manage-queries", "Manage Queries", "Query Service", "queries"),
        new("manage-sandboxes", "Manage Sandboxes", "Sandbox Administration", "sandboxes"),
        new("manage-schemas", "Manage Schemas", "Data Modeling",
            "classes", "data-types", "identity-descriptors", "mixins", "relationship-descriptors", "schemas"),
        new("manage-segments", "Manage Segments", "Profile Management", "segments"),
        new("manage-sources", "Manage Sources", "Data Ingestion", "connections", "sources"),
        new("reset-sandboxes", "Reset a Sandbox", "Sandbox Administration", "reset-sandboxes"),
        new("view-data-usage-policies", "View Data Usage Policies", "Data Governance", "dule-policies"),
        new("view-datasets", "View Datasets", "Data Management", "connections", "datasets", "dataset-data", "dule-labels"),
        new("view-destinations", "View Destinations", "Destinations", "destinations"),
        new("view-identity-graph", "View Identity Graph", "Identity Management", "identity-graphs"),
        new("view-identity-namespaces", "View Identity Namespaces", "Identity Management", "identity-namespaces"),
        new("view-monitoring-dashboard", "View Monitoring Dashboard", "Data Ingestion", "monitoring"),
        new("view-profiles", "View Profiles", "Profile Management", "profile-configs", "profiles"),
        new("view-sandboxes", "View Sandboxes", "Sandbox Administration", "sandboxes"),
        new("view-schemas", "View Schemas", "Data Modeling",
            "classes", "data-types", "identity-descriptors", "mixins", "relationship-descriptors", "schemas"),
        new("view-segments", "View Segments", "Profile Management", "segments", "segment-jobs"),
        new("view-sources", "View Sources", "Data Ingestion", "sources"),
    ];

    public static IReadOnlyList<string> ResourceTypes { get; } = [.. All.SelectMany(permission => permission.Resources).Distinct().Order(StringComparer.Ordinal)];

    public static Permission? Find(string id) => All.FirstOrDefault(permission => permission.Id == id);
}
