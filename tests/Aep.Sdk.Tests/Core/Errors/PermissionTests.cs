namespace Aep.Sdk.Tests.Core.Errors;

public sealed class PermissionTests
{
    [Theory]
    [InlineData("GET", "https://platform.adobe.io/data/foundation/schemaregistry/tenant/schemas?limit=5", "Data Modeling: View Schemas")]
    [InlineData("POST", "https://platform.adobe.io/data/foundation/schemaregistry/tenant/schemas", "Data Modeling: Manage Schemas")]
    [InlineData("PATCH", "https://platform.adobe.io/data/foundation/catalog/dataSets/1", "Data Management: Manage Datasets")]
    [InlineData("GET", "https://platform.adobe.io/data/foundation/query/connection_parameters", "Query Service: Manage Queries")]
    [InlineData("POST", "https://platform.adobe.io/data/core/ups/segment/jobs", "Profile Management: Evaluate a Segment to an Audience")]
    [InlineData("GET", "https://platform.adobe.io/data/core/ups/access/entities", "Profile Management: View Profiles")]
    [InlineData("GET", "https://platform.adobe.io/something/new", null)]
    public void A_refusal_names_the_permission_and_where_to_grant_it(string method, string uri, string? permission)
    {
        var refused = new AepPermissionException(new AepErrorDetails { Status = 403, Method = method, Uri = uri, Title = "Forbidden" });
        Assert.Equal(permission, refused.NeededPermission);
        Assert.Contains("Forbidden", refused.Message);
        Assert.Equal(permission is not null, refused.Message.Contains("under Permissions", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("403003", false)]
    [InlineData("403030", false)]
    [InlineData("PALM-1403-403", true)]
    [InlineData(null, true)]
    public void What_the_gateway_refuses_needs_another_key_or_sandbox_and_no_permission(string? code, bool permission)
    {
        var refused = new AepPermissionException(new AepErrorDetails
        {
            Status = 403,
            Method = "GET",
            Uri = "https://platform.adobe.io/data/foundation/schemaregistry/stats",
            ErrorCode = code,
        });
        Assert.Equal(permission, refused.NeededPermission is not null);
    }
}
