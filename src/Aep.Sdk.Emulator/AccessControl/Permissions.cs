namespace Aep.Sdk.Emulator.AccessControl;

/// <summary>The names that https://experienceleague.adobe.com/en/docs/experience-platform/access-control/api/effective-policies lists.</summary>
internal static class Permissions
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "activate-destinations", "export-audience-for-segments", "manage-datasets", "manage-destinations", "manage-identity-namespaces",
        "manage-profiles", "manage-sandboxes", "manage-schemas", "reset-sandboxes", "view-datasets", "view-destinations",
        "view-identity-namespaces", "view-monitoring-dashboard", "view-profiles", "view-sandboxes", "view-schemas",
    ];

    public static IReadOnlyList<string> ResourceTypes { get; } =
    [
        "classes", "connections", "data-types", "dataset-data", "datasets", "destinations", "dule-labels", "identity-descriptors",
        "identity-namespaces", "mixins", "monitoring", "profile-configs", "profile-datasets", "profiles", "relationship-descriptors",
        "reset-sandboxes", "sandboxes", "schemas", "segment-jobs", "segments",
    ];
}
