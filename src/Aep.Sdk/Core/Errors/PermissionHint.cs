namespace Aep.Sdk.Core.Errors;

/// <summary>
/// Which permission a refused request needs, as the Permissions UI names it. The services' own answers seldom say; the names are those of
/// https://experienceleague.adobe.com/en/docs/experience-platform/access-control/home.
/// </summary>
internal static class PermissionHint
{
    // The first that fits counts: the address begins so, and the request reads or writes.
    private static readonly (string Path, string Read, string Write)[] Table =
    [
        ("/data/foundation/schemaregistry", "Data Modeling: View Schemas", "Data Modeling: Manage Schemas"),
        ("/data/foundation/catalog", "Data Management: View Datasets", "Data Management: Manage Datasets"),
        ("/data/foundation/import", "Data Management: Manage Datasets", "Data Management: Manage Datasets"),
        ("/data/foundation/export", "Data Management: View Datasets", "Data Management: Manage Datasets"),
        ("/data/foundation/query", "Query Service: Manage Queries", "Query Service: Manage Queries"),
        ("/data/foundation/flowservice", "Data Ingestion: View Sources, or Destinations: View Destinations",
            "Data Ingestion: Manage Sources, or Destinations: Manage Destinations"),
        ("/data/foundation/connectors/landingzone", "Data Ingestion: View Sources, or Destinations: View Destinations",
            "Data Ingestion: Manage Sources"),
        ("/data/core/activation/disflowprovider", "Destinations: Activate Destinations",
            "Destinations: Activate Destinations, or Manage and Activate Dataset Destinations"),
        ("/data/foundation/conversion", "Data Ingestion: View Sources", "Data Ingestion: Manage Sources"),
        ("/data/foundation/dulepolicy", "Data Governance: View Data Usage Policies",
            "Data Governance: View Data Usage Policies, or Manage Data Usage Policies"),
        ("/data/core/ups/segment/jobs", "Profile Management: View Segments", "Profile Management: Evaluate a Segment to an Audience"),
        ("/data/core/ups/segment", "Profile Management: View Segments", "Profile Management: Manage Segments"),
        ("/data/core/ups/preview", "Profile Management: View Segments", "Profile Management: View Segments"),
        ("/data/core/ups", "Profile Management: View Profiles", "Profile Management: Manage Profiles"),
        ("/data/foundation/sandbox-management", "Sandbox Administration: View Sandboxes", "Sandbox Administration: Manage Sandboxes"),
    ];

    public static string? For(AepErrorDetails refused)
    {
        string uri = refused.Uri;
        int start = uri.IndexOf("/data/", StringComparison.Ordinal);
        if (start < 0 || IsOfGateway(refused.ErrorCode))
            return null;
        foreach ((string path, string read, string write) in Table)
        {
            if (uri.AsSpan(start).StartsWith(path, StringComparison.Ordinal))
                return refused.Method is "GET" or "HEAD" ? read : write;
        }
        return null;
    }

    // The gateway's own codes have six digits, such as 403003: it knows key, organisation and sandbox, and no permission.
    private static bool IsOfGateway(string? code) =>
        code is { Length: 6 } && code.StartsWith("403", StringComparison.Ordinal) && code.All(char.IsAsciiDigit);
}
