using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Governance;

/// <summary>
/// Adobe's own labels, marketing actions and policies, from
/// https://experienceleague.adobe.com/en/docs/experience-platform/data-governance/labels/reference and /policies/overview.
/// </summary>
internal static class CoreGovernance
{
    private static readonly (string Name, string Category, string Friendly, string Description)[] LabelTable =
    [
        ("C1", "Contract", "Aggregate export only", "May leave the platform only in aggregated form."),
        ("C2", "Contract", "No third party export", "May not be exported to a third party."),
        ("C3", "Contract", "No combination with identifiers", "May not be combined with directly identifying information."),
        ("C4", "Contract", "No targeting", "May not be used to target advertisements or content, on site or elsewhere."),
        ("C5", "Contract", "No cross-site targeting", "May not be used for interest-based targeting across sites."),
        ("C6", "Contract", "No on-site advertising", "May not be used to target advertisements on site."),
        ("C7", "Contract", "No on-site personalization", "May not be used to target content on site."),
        ("C8", "Contract", "No measurement", "May not be used to measure or understand the use of sites and apps."),
        ("C9", "Contract", "No data science", "May not be used in data science workflows."),
        ("C10", "Contract", "No stitched identity activation", "May not be activated with stitched identities."),
        ("C11", "Contract", "No segment match", "May not be shared by Segment Match."),
        ("C12", "Contract", "No export", "May not be exported in any way."),
        ("I1", "Identity", "Directly identifying", "Identifies or reaches a specific person."),
        ("I2", "Identity", "Indirectly identifying", "Identifies a specific person together with other data."),
        ("S1", "Sensitive", "Precise location", "Latitude and longitude that tell where a device is within 100 meters."),
        ("S2", "Sensitive", "Rough location", "Data that tell a geographical area."),
    ];

    private static readonly (string Name, string Description, string[] Deny)[] ActionTable =
    [
        ("analytics", "Use data to measure, understand and report.", ["C8"]),
        ("combineWithPii", "Combine data with directly identifying information.", ["C3"]),
        ("crossSiteTargeting", "Use data for targeting across sites.", ["C4", "C5"]),
        ("dataScience", "Use data in data science workflows.", ["C9"]),
        ("emailTargeting", "Use data to target by e-mail.", ["C4"]),
        ("exportToThirdParty", "Export data to third parties.", ["C2", "C12"]),
        ("onsiteAdvertising", "Use data for advertisements on site.", ["C4", "C6"]),
        ("onsitePersonalization", "Use data for content on site.", ["C4", "C7"]),
        ("segmentMatch", "Share data by Segment Match.", ["C11"]),
        ("singleIdentityPersonalization", "Personalize with one identity, without stitching.", ["C10"]),
    ];

    public static IReadOnlyList<JsonObject> Labels() => [.. LabelTable.Select(label => new JsonObject
    {
        ["name"] = label.Name,
        ["category"] = label.Category,
        ["friendlyName"] = label.Friendly,
        ["description"] = label.Description,
    })];

    public static IReadOnlyList<JsonObject> MarketingActions() => [.. ActionTable.Select(action => new JsonObject
    {
        ["name"] = action.Name,
        ["description"] = action.Description,
    })];

    /// <summary>One policy a marketing action: any of its labels denies it.</summary>
    public static IReadOnlyList<JsonObject> Policies(string root) => [.. ActionTable.Select((action, index) => new JsonObject
    {
        ["id"] = $"corepolicy_{index + 1:0000}",
        ["name"] = $"Restrict {action.Name}",
        ["status"] = "ENABLED",
        ["marketingActionRefs"] = new JsonArray($"{root}/marketingActions/core/{action.Name}"),
        ["description"] = $"Data with {string.Join(" or ", action.Deny)} may not be used for {action.Name}.",
        ["deny"] = new JsonObject
        {
            ["operator"] = "OR",
            ["operands"] = new JsonArray([.. action.Deny.Select(label => new JsonObject { ["label"] = label })]),
        },
    })];
}
