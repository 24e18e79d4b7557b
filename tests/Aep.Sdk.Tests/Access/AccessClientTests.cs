using Aep.Sdk.Access;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Access;

public sealed class AccessClientTests : IDisposable
{
    private const string Root = "/data/foundation/access-control";

    private readonly Wire _wire = new();
    private readonly AccessClient _access;

    public AccessClientTests() => _access = new AccessClient(_wire.Pipeline);

    public void Dispose() => _wire.Dispose();

    [Theory]
    [InlineData("items")]
    [InlineData("roles")]
    public async Task Roles_are_listed_to_the_last_page_whatever_the_list_is_called(string list)
    {
        _wire.On("GET", $"{Root}/administration/roles",
            $$$"""{"{{{list}}}":[{"id":"r1"}],"_page":{"next":28375}}""",
                $$$"""{"{{{list}}}":[{"id":"r2","permissionSets":["manage-datasets"]}],"_page":{"next":null}}""");
        Assert.Equal(["r1", "r2"], await _access.Roles.ListAsync().Select(role => role.Id).ToListAsync());
        Assert.Equal("28375", Wire.Query(_wire.Requests[1], "start"));
    }

    [Fact]
    public async Task A_link_to_the_next_page_is_followed_and_a_template_is_not()
    {
        _wire.On("GET", $"{Root}/administration/roles/r1/subjects",
            """{"items":[{"subjectId":"u1"}],"_links":{"next":{"href":"/roles/r1/subjects?start=7&limit=1"}}}""",
            """{"items":[{"subjectId":"u2"}],"_links":{"next":{"href":"/roles/r1/subjects?limit={limit}&start={start}"}}}""");
        Assert.Equal(["u1", "u2"], await _access.Roles.ListSubjectsAsync("r1").Select(subject => subject.SubjectId).ToListAsync());
        Assert.Equal("7", Wire.Query(_wire.Requests[1], "start"));
    }

    [Fact]
    public async Task A_role_is_changed_by_operations_in_their_wrapping()
    {
        _wire.On("PATCH", $"{Root}/administration/roles/r1", """{"id":"r1","description":"new"}""");
        Assert.Equal("new", (await _access.Roles.UpdateAsync("r1", [JsonPatchOperation.Add("/description", "new")])).Description);
        Wire.IsJson("""{"operations":[{"op":"add","path":"/description","value":"new"}]}""", _wire.Requests[0]);
    }

    [Fact]
    public async Task Members_are_changed_by_operations()
    {
        _wire.On("PATCH", $"{Root}/administration/roles/r1/subjects",
            """{"subjects":[{"roleId":"r1","subjectType":"user","subjectId":"u1"}]}""");
        Assert.Equal("u1", Assert.Single(await _access.Roles.UpdateSubjectsAsync("r1", [JsonPatchOperation.Add("/user", "u1")])).SubjectId);
    }

    [Fact]
    public async Task A_policy_says_whose_it_is()
    {
        _wire.On("POST", $"{Root}/administration/policies", """{"id":"p1","_etag":"\"1\""}""");
        AccessPolicy policy = await _access.Policies.CreateAsync(
            new AccessPolicyDefinition("Acme", [new AccessRule { Effect = "Permit", Resource = "/orgs/*", Actions = ["read"] }]));
        Assert.Equal("\"1\"", policy.ETag);
        Wire.IsJson("""{"name":"Acme","rules":[{"effect":"Permit","resource":"/orgs/*","actions":["read"]}],"imsOrgID":"org@AdobeOrg"}""",
            _wire.Requests[0]);
    }

    [Fact]
    public async Task Products_show_their_permission_sets()
    {
        _wire.On("GET", $"{Root}/administration/products", """{"products":[{"id":"1","name":"AEP"}]}""")
            .On("GET", $"{Root}/administration/products/1/permission-sets",
                """{"permission-sets":[{"id":"s","permissions":[{"resource":"schemas","actions":["read"]}]}]}""");
        Assert.Equal("AEP", (await _access.Products.ListAsync().SingleAsync()).Name);
        Assert.Equal("schemas", (await _access.Products.ListPermissionSetsAsync("1").SingleAsync()).Permissions![0].Resource);
    }

    [Fact]
    public async Task Resources_without_a_right_are_left_out()
    {
        _wire.On("POST", $"{Root}/acl/effective-policies", """{"policies":{"/resource-types/schemas":["read","write"]}}""");
        IReadOnlyDictionary<string, IReadOnlyList<string>> policies =
            await _access.GetEffectivePoliciesAsync(["/resource-types/schemas", "/resource-types/datasets"]);
        Assert.Equal(["read", "write"], policies["/resource-types/schemas"]);
        Assert.False(policies.ContainsKey("/resource-types/datasets"));
    }
}
