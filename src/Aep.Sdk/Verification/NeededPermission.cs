namespace Aep.Sdk.Verification;

/// <summary>A permission that the propensity workflow needs, as the Permissions UI names it and as the API does, where Adobe documents that.</summary>
internal sealed record NeededPermission(string UiName, string? ApiName)
{
    public static IReadOnlyList<NeededPermission> All { get; } =
    [
        new("Data Modeling: Manage Schemas", "manage-schemas"),
        new("Data Management: Manage Datasets", "manage-datasets"),
        new("Data Ingestion: View Sources", null),
        new("Data Ingestion: Manage Sources", null),
        new("Destinations: Manage Destinations", "manage-destinations"),
        new("Destinations: Activate Destinations", "activate-destinations"),
        new("Destinations: Manage and Activate Dataset Destinations", null),
        new("Query Service: Manage Queries", null),
        new("Profile Management: View Profiles", "view-profiles"),
        new("Profile Management: Manage Segments", null),
    ];
}
