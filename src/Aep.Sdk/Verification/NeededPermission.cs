namespace Aep.Sdk.Verification;

/// <summary>
/// A permission that the propensity workflow needs, as the Permissions UI names it and as the API does. Not all of the API's names are
/// documented; one that the service does not list is not asked for.
/// </summary>
internal sealed record NeededPermission(string UiName, string ApiName)
{
    public static IReadOnlyList<NeededPermission> All { get; } =
    [
        new("Data Modeling: Manage Schemas", "manage-schemas"),
        new("Data Management: Manage Datasets", "manage-datasets"),
        new("Data Ingestion: View Sources", "view-sources"),
        new("Data Ingestion: Manage Sources", "manage-sources"),
        new("Destinations: Manage Destinations", "manage-destinations"),
        new("Destinations: Activate Destinations", "activate-destinations"),
        new("Destinations: Manage and Activate Dataset Destinations", "manage-and-activate-dataset-destinations"),
        new("Query Service: Manage Queries", "manage-queries"),
        new("Profile Management: View Profiles", "view-profiles"),
        new("Profile Management: Manage Profiles", "manage-profiles"),
        new("Profile Management: Manage Segments", "manage-segments"),
        new("Profile Management: Evaluate a Segment to an Audience", "evaluate-segments"),
        new("Data Governance: View Data Usage Policies", "view-dule-policies"),
    ];
}
