namespace Aep.Sdk.Emulator.AccessControl;

/// <summary>
/// The permissions of Experience Platform: those that
/// https://experienceleague.adobe.com/en/docs/experience-platform/access-control/api/effective-policies lists, and those that
/// https://experienceleague.adobe.com/en/docs/experience-platform/access-control/home names. For these the API's id is not documented:
/// it is made of the words of their name.
/// </summary>
internal static class Permissions
{
    public static IReadOnlyList<Permission> All { get; } =
    [
        new("activate-destinations", "Activate Destinations", "Destinations", "destinations"),
        new("activate-segment-without-mapping", "Activate Segment without Mapping", "Destinations", "destinations"),
        new("data-monitoring", "Data Monitoring", "Data Management", "monitoring"),
        new("destination-authoring", "Destination Authoring", "Destinations", "destination-authoring"),
        new("evaluate-segments", "Evaluate a Segment to an Audience", "Profile Management", "segment-jobs"),
        new("export-audience-for-segment", "Export Audience for Segment", "Profile Management", "segments"),
        new("manage-alerts", "Manage Alerts", "Alerts", "alerts"),
        new("manage-and-activate-dataset-destinations", "Manage and Activate Dataset Destinations", "Destinations", "dataset-destinations"),
        new("manage-audience-share", "Manage Audience Share", "Data Ingestion", "audience-share"),
        new("manage-audience-share-connections", "Manage Audience Share Connections", "Data Ingestion", "audience-share-connections"),
        new("manage-computed-attributes", "Manage Computed attributes", "Computed Attributes", "computed-attributes"),
        new("manage-data-hygiene", "Manage Data Hygiene", "Data Hygiene", "data-hygiene"),
        new("manage-dsw", "Manage Data Science Workspace", "Data Science Workspace", "data-science-workspace"),
        new("manage-dule-labels", "Apply Data Usage Labels", "Data Governance", "dule-label"),
        new("manage-dule-policies", "Manage Data Usage Policies", "Data Governance", "dule-policy"),
        new("manage-datasets", "Manage Datasets", "Data Management", "connection", "datasets", "datasets-data", "dule-label"),
        new("manage-destinations", "Manage Destinations", "Destinations", "destinations", "connection"),
        new("manage-identity-metadata", "Manage Identity Metadata", "Data Modeling", "identity-descriptor"),
        new("manage-identity-namespaces", "Manage Identity Namespaces", "Identity Management", "identity-namespaces"),
        new("manage-profile-configs", "Manage Merge Policies", "Profile Management", "profile-configs"),
        new("manage-packages", "Manage Packages", "Sandbox Administration", "packages"),
        new("manage-profiles", "Manage Profiles", "Profile Management", "profile-configs", "profile-datasets", "profiles"),
        new("manage-queries", "Manage Queries", "Query Service", "query"),
        new("manage-query-service-integration", "Manage Query Service Integration", "Query Service", "query-credentials"),
        new("manage-relationships", "Manage Relationships", "Data Modeling", "relationship-descriptor"),
        new("manage-sandboxes", "Manage Sandboxes", "Sandbox Administration", "sandboxes"),
        new("manage-schemas", "Manage Schemas", "Data Modeling",
            "classes", "data-types", "identity-descriptor", "mixins", "relationship-descriptor", "schemas"),
        new("manage-segments", "Manage Segments", "Profile Management", "segments"),
        new("manage-sources", "Manage Sources", "Data Ingestion", "connection", "sources"),
        new("manage-standard-dashboards", "Manage Standard Dashboards", "Dashboards", "dashboards"),
        new("package-share", "Package Share", "Sandbox Administration", "package-share"),
        new("reset-sandboxes", "Reset a Sandbox", "Sandbox Administration", "reset-sandboxes"),
        new("resolve-alerts", "Resolve Alerts", "Alerts", "alerts"),
        new("view-alerts", "View Alerts", "Alerts", "alerts"),
        new("view-alerts-history", "View Alerts History", "Alerts", "alerts"),
        new("view-computed-attributes", "View Computed attributes", "Computed Attributes", "computed-attributes"),
        new("view-data-hygiene", "View Data Hygiene", "Data Hygiene", "data-hygiene"),
        new("view-dule-policies", "View Data Usage Policies", "Data Governance", "dule-policy"),
        new("view-datasets", "View Datasets", "Data Management", "connection", "datasets", "datasets-data", "dule-label"),
        new("view-destinations", "View Destinations", "Destinations", "destinations"),
        new("view-identity-graph", "View Identity Graph", "Identity Management", "identity-graphs"),
        new("view-identity-namespaces", "View Identity Namespaces", "Identity Management", "identity-namespaces"),
        new("view-license-usage-dashboard", "View License Usage Dashboard", "Dashboards", "dashboards"),
        new("view-profile-configs", "View Merge Policies", "Profile Management", "profile-configs"),
        new("view-monitoring-dashboard", "View Monitoring Dashboard", "Data Ingestion", "monitoring"),
        new("view-profiles", "View Profiles", "Profile Management", "profile-configs", "profiles"),
        new("view-sandboxes", "View Sandboxes", "Sandbox Administration", "sandboxes"),
        new("view-schemas", "View Schemas", "Data Modeling",
            "classes", "data-types", "identity-descriptor", "mixins", "relationship-descriptor", "schemas"),
        new("view-segments", "View Segments", "Profile Management", "segments", "segment-jobs"),
        new("view-sources", "View Sources", "Data Ingestion", "sources"),
        new("view-user-activity-log", "View User Activity Log", "Data Governance", "audit-logs"),
    ];

    public static IReadOnlyList<string> ResourceTypes { get; } =
        [.. All.SelectMany(permission => permission.Resources).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>What permissions allow on a type of resources.</summary>
    public static IReadOnlyList<string> Actions(IEnumerable<Permission> permissions, string type) =>
        [.. permissions.Where(permission => permission.Resources.Contains(type)).SelectMany(permission => permission.Actions).Distinct()];

    public static Permission? Find(string id) => All.FirstOrDefault(permission => permission.Id == id);
}
