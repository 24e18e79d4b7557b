namespace Aep.Sdk.Core.Errors;

/// <summary>
/// Which permission a refused request needs, as the Permissions UI names it. The services' own answers seldom say; the names are those of
/// https://experienceleague.adobe.com/en/docs/experience-platform/access-control/home.
/// </summary>
internal static class PermissionHint
{
    private const string ViewSegments = "Profile Management: View Segments";
    private const string ManageSegments = "Profile Management: Manage Segments";
    private const string ViewPolicies = "Data Governance: View Data Usage Policies";

    // The first that fits counts: the address begins so, and the request reads or writes.
    private static readonly (string Path, string Read, string Write)[] Table =
    [
        ("/data/foundation/schemaregistry", "Data Modeling: View Schemas", "Data Modeling: Manage Schemas"),
        ("/data/foundation/catalog", "Data Management: View Datasets", "Data Management: Manage Datasets"),
        ("/data/foundation/dataset/", "Data Management: View Datasets", "Data Governance: Apply Data Usage Labels"),
        ("/data/foundation/import", "Data Management: Manage Datasets", "Data Management: Manage Datasets"),
        ("/data/foundation/export", "Data Management: View Datasets", "Data Management: Manage Datasets"),
        ("/data/foundation/query", "Query Service: Manage Queries", "Query Service: Manage Queries"),
        ("/data/foundation/flowservice", "Data Ingestion: View Sources, or Destinations: View Destinations",
            "Data Ingestion: Manage Sources, or Destinations: Manage Destinations"),
        ("/data/foundation/connectors/landingzone", "Data Ingestion: View Sources, or Destinations: View Destinations",
            "Data Ingestion: Manage Sources"),
        ("/data/core/activation/authoring", "Destinations: Destination Authoring", "Destinations: Destination Authoring"),
        ("/data/core/activation/disflowprovider", "Destinations: Activate Destinations",
            "Destinations: Activate Destinations, or Destinations: Manage and Activate Dataset Destinations"),
        ("/data/foundation/conversion", "Data Ingestion: View Sources", "Data Ingestion: Manage Sources"),
        ("/data/core/hygiene", "Data Hygiene: View Data Hygiene", "Data Hygiene: Manage Data Hygiene"),
        ("/data/foundation/dulepolicy/labels", ViewPolicies, "Data Governance: Apply Data Usage Labels"),
        ("/data/foundation/dulepolicy", ViewPolicies, $"{ViewPolicies}, or Data Governance: Manage Data Usage Policies"),
        ("/data/core/ups/segment/jobs", ViewSegments, "Profile Management: Evaluate a Segment to an Audience"),
        ("/data/core/ups/segment", ViewSegments, ManageSegments),
        ("/data/core/ups/audiences", ViewSegments, ManageSegments),
        ("/data/core/ais", ViewSegments, ManageSegments),
        ("/data/core/ups/previewsamplestatus", "Profile Management: View Profiles", "Profile Management: View Profiles"),
        ("/data/core/ups/preview", ViewSegments, ViewSegments),
        ("/data/core/ups/estimate", ViewSegments, ViewSegments),
        ("/data/core/ups/search", ViewSegments, ViewSegments),
        ("/data/core/ups/config/schedules", ViewSegments, ManageSegments),
        ("/data/core/ups/export", "Profile Management: View Profiles", "Profile Management: Export Audience for Segment"),
        ("/data/core/ups/config/mergePolicies", "Profile Management: View Merge Policies", "Profile Management: Manage Merge Policies"),
        ("/data/core/ups", "Profile Management: View Profiles", "Profile Management: Manage Profiles"),
        ("/data/core/ca", "Computed Attributes: View Computed attributes", "Computed Attributes: Manage Computed attributes"),
        ("/data/core/idnamespace", "Identity Management: View Identity Namespaces", "Identity Management: Manage Identity Namespaces"),
        ("/data/core/identity", "Identity Management: View Identity Graph", "Identity Management: View Identity Graph"),
        ("/data/foundation/sandbox-management", "Sandbox Administration: View Sandboxes",
            "Sandbox Administration: Manage Sandboxes, or Sandbox Administration: Reset a Sandbox"),
        ("/data/foundation/exim/handshake", "Sandbox Administration: Package Share", "Sandbox Administration: Package Share"),
        ("/data/foundation/exim/transfer", "Sandbox Administration: Package Share", "Sandbox Administration: Package Share"),
        ("/data/foundation/exim", "Sandbox Administration: Manage Packages", "Sandbox Administration: Manage Packages"),
    ];

    // Requests that read although they are a POST.
    private static readonly string[] ReadingPosts = ["/bulk-get", "/access/entities", "/segment/conversion", "/bulk-eval", "/constraints"];

    public static string? For(AepErrorDetails refused)
    {
        string uri = refused.Uri;
        int start = uri.IndexOf("/data/", StringComparison.Ordinal);
        if (start < 0 || IsOfGateway(refused.ErrorCode))
            return null;
        foreach ((string path, string read, string write) in Table)
        {
            if (uri.AsSpan(start).StartsWith(path, StringComparison.Ordinal))
                return Reads(refused) ? read : write;
        }
        return null;
    }

    private static bool Reads(AepErrorDetails refused) => refused.Method is "GET" or "HEAD"
        || (refused.Method == "POST" && Array.Exists(ReadingPosts, path => refused.Uri.Contains(path, StringComparison.Ordinal)));

    // The gateway's own codes have six digits, such as 403003: it knows key, organisation and sandbox, and no permission.
    private static bool IsOfGateway(string? code) =>
        code is { Length: 6 } && code.StartsWith("403", StringComparison.Ordinal) && code.All(char.IsAsciiDigit);
}
