using Aep.Sdk.Sandboxes;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Sandboxes;

public sealed class SandboxesClientTests : IDisposable
{
    private const string Root = "/data/foundation/sandbox-management";

    private readonly Wire _wire = new();
    private readonly SandboxesClient _sandboxes;

    public SandboxesClientTests() => _sandboxes = new SandboxesClient(_wire.Pipeline);

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task A_new_sandbox_is_waited_for_until_it_is_active()
    {
        _wire.On("POST", $"{Root}/sandboxes", (202, """{"name":"dev2","state":"creating"}"""))
            .On("GET", $"{Root}/sandboxes/dev2", """{"name":"dev2","state":"creating"}""",
                """{"name":"dev2","state":"active","type":"development"}""");
        SandboxOperation creation = await _sandboxes.CreateAsync(new SandboxDefinition("dev2", "Second", SandboxType.Development));
        Assert.Equal(SandboxState.Active, (await creation.WaitForCompletionAsync()).State);
        Wire.IsJson("""{"name":"dev2","title":"Second","type":"development"}""", _wire.Single("POST", $"{Root}/sandboxes"));
    }

    [Theory]
    [InlineData("production", null)]
    [InlineData("production", "other")]
    [InlineData("something-new", null)]
    public async Task A_sandbox_that_may_be_for_production_is_not_touched_without_its_name_twice(string type, string? confirmation)
    {
        _wire.On("GET", $"{Root}/sandboxes/prod", $$"""{"name":"prod","title":"Prod","type":"{{type}}"}""");
        Assert.Contains("prod", (await Assert.ThrowsAsync<AepException>(() => _sandboxes.ResetAsync("prod", confirmation))).Message);
        Assert.Contains(type, (await Assert.ThrowsAsync<AepException>(() => _sandboxes.DeleteAsync("prod", confirmation))).Message);
        Assert.DoesNotContain(_wire.Requests, request => request.Method is "PUT" or "DELETE");
    }

    [Fact]
    public async Task A_confirmed_reset_and_one_of_a_development_sandbox_are_sent()
    {
        _wire.On("GET", $"{Root}/sandboxes/prod", """{"name":"prod","type":"production","state":"active"}""")
            .On("PUT", $"{Root}/sandboxes/prod", (202, "{\"name\":\"prod\"}"))
            .On("GET", $"{Root}/sandboxes/dev", """{"name":"dev","type":"development","state":"active"}""")
                .On("PUT", $"{Root}/sandboxes/dev", (202, "{\"name\":\"dev\"}"));
        await _sandboxes.ResetAsync("prod", confirmProduction: "prod");
        await _sandboxes.ResetAsync("dev");
        Wire.IsJson("""{"action":"reset"}""", _wire.Single("PUT", $"{Root}/sandboxes/dev"));
        Wire.IsJson("""{"action":"reset"}""", _wire.Single("PUT", $"{Root}/sandboxes/prod"));
    }

    [Fact]
    public async Task A_deleted_sandbox_that_is_gone_is_deleted()
    {
        _wire.On("GET", $"{Root}/sandboxes/dev", """{"name":"dev","type":"development","state":"active"}""",
            """{"name":"dev","type":"development","state":"deleting"}""", (404, "{}"))
            .On("DELETE", $"{Root}/sandboxes/dev", (202, "{\"name\":\"dev\"}"));
        SandboxOperation deletion = await _sandboxes.DeleteAsync("dev");
        Assert.Equal(SandboxState.Deleted, (await deletion.WaitForCompletionAsync()).State);
    }

    [Fact]
    public async Task A_sandbox_that_failed_ends_the_wait()
    {
        _wire.On("POST", $"{Root}/sandboxes", (202, """{"name":"dev2"}"""))
            .On("GET", $"{Root}/sandboxes/dev2", """{"name":"dev2","state":"failed"}""");
        SandboxOperation creation = await _sandboxes.CreateAsync(new SandboxDefinition("dev2", "Second", SandboxType.Development));
        await Assert.ThrowsAsync<AepOperationFailedException>(() => creation.WaitForCompletionAsync());
    }

    [Fact]
    public async Task A_user_is_looked_up_by_their_own_token_in_every_request_and_wait()
    {
        _wire.On("GET", $"{Root}/sandboxes/dev", """{"name":"dev","type":"development","state":"active"}""")
            .On("PUT", $"{Root}/sandboxes/dev", (202, "{\"name\":\"dev\"}"))
            .On("GET", $"{Root}/", """{"sandboxes":[{"name":"dev"}]}""");
        SandboxesClient user = _sandboxes.ForUser(new Secret("token-of-a-user"));
        await (await user.ResetAsync("dev")).WaitForCompletionAsync();
        Assert.Single(await user.ListAsync().ToListAsync());
        Assert.Equal(4, _wire.Requests.Count);
        Assert.All(_wire.Requests, request => Assert.Equal("token-of-a-user", Assert.Single(request.Headers!["x-user-token"])));
        await _sandboxes.GetAsync("dev");
        Assert.DoesNotContain("x-user-token", _wire.Requests[^1].Headers!.Keys);
        Assert.Same(_sandboxes.Packages, user.Packages);
    }

    [Fact]
    public async Task All_sandboxes_are_listed_over_the_pages_that_links_lead_to()
    {
        _wire.On("GET", $"{Root}/sandboxes",
            """{"sandboxes":[{"name":"a"}],"_links":{"next":{"href":"https://platform/sandboxes?start=b&limit=1"}}}""",
                """{"sandboxes":[{"name":"b"}],"_links":{}}""");
        Assert.Equal(
            ["a", "b"], await _sandboxes.ListAllAsync(property: "type==development").Select(sandbox => sandbox.Name).ToListAsync());
        Assert.Equal("b", Wire.Query(_wire.Requests[1], "start"));
    }

    [Fact]
    public async Task Packages_are_listed_while_there_is_a_next_page()
    {
        const string Packages = "/data/foundation/exim/packages";
        _wire.On("GET", Packages, """{"data":[{"id":"1"}],"hasNextPage":true}""",
            """{"data":[{"id":"2","artifactsList":[{"id":"s","type":"REGISTRY_SCHEMA"}]}],"hasNextPage":false}""");
        List<SandboxPackage> packages = await _sandboxes.Packages.ListAsync(PackageStatus.Published).ToListAsync();
        Assert.Equal(["1", "2"], packages.Select(package => package.Id));
        Assert.Equal("REGISTRY_SCHEMA", packages[1].Artifacts[0].Type);
        Assert.Equal(["0", "1"], _wire.Requests.Select(request => Wire.Query(request, "start")));
        Assert.Equal("PUBLISHED", Wire.Query(_wire.Requests[0], "status"));
    }

    [Fact]
    public async Task Objects_are_added_to_a_package_and_taken_out()
    {
        const string Packages = "/data/foundation/exim/packages";
        _wire.On("PUT", Packages, (201, """{"id":"1"}"""));
        await _sandboxes.Packages.AddArtifactsAsync("1", [new PackageArtifact { Id = "s", Type = "REGISTRY_SCHEMA" }]);
        await _sandboxes.Packages.RemoveArtifactsAsync("1", [new PackageArtifact { Id = "s", Type = "REGISTRY_SCHEMA" }]);
        Wire.IsJson("""{"id":"1","action":"ADD","artifacts":[{"id":"s","type":"REGISTRY_SCHEMA"}]}""", _wire.Requests[0]);
        Wire.IsJson("""{"id":"1","action":"DELETE","artifacts":[{"id":"s","type":"REGISTRY_SCHEMA"}]}""", _wire.Requests[1]);
    }

    [Fact]
    public async Task Jobs_of_packages_are_narrowed_by_the_service()
    {
        _wire.On("GET", "/data/foundation/exim/packages/jobs", """{"data":[],"hasNextPage":false}""");
        await _sandboxes.Packages.ListJobsAsync(new PackageJobFilter
        {
            PackageStatus = PackageStatus.Published,
            JobStatus = "SUCCESS",
            JobType = "NEW",
            RequestType = "IMPORT",
            OrderBy = "desc:created",
        }).ToListAsync();
        Assert.Equal(
            ("PUBLISHED", "SUCCESS", "NEW", "IMPORT", "desc:created"),
            (Wire.Query(_wire.Requests[0], "status"), Wire.Query(_wire.Requests[0], "jobStatus"), Wire.Query(_wire.Requests[0], "jobType"),
                Wire.Query(_wire.Requests[0], "requestType"), Wire.Query(_wire.Requests[0], "orderBy")));
    }

    [Fact]
    public async Task A_package_goes_to_a_partner_who_has_agreed()
    {
        const string Exim = "/data/foundation/exim";
        _wire.On("POST", $"{Exim}/handshake/bulkCreate", (201, """{"successfulRequests":{"b@AdobeOrg":{"id":"1"}},"failedRequests":{}}"""))
            .On("POST", $"{Exim}/handshake/action", (201, """{"id":"1","linkingId":"l1","status":"APPROVED"}"""))
            .On("GET", $"{Exim}/handshake/list", """{"data":[{"id":"1","targetIMSOrgId":"b@AdobeOrg"}],"hasNextPage":false}""")
            .On("POST", $"{Exim}/transfer", (201, """[{"id":"t1","packageId":"p1","status":"PENDING"}]"""))
            .On("GET", $"{Exim}/transfer/list", """{"data":[{"id":"t1","status":"COMPLETED"}],"hasNextPage":false}""");
        PackageSharingClient sharing = _sandboxes.Sharing;
        await sharing.RequestPartnershipsAsync("a@AdobeOrg", "A", ["b@AdobeOrg"]);
        Wire.IsJson(
            """{"targetIMSOrgIds":["b@AdobeOrg"],"sourceIMSDetails":{"id":"a@AdobeOrg","name":"A"}}""", _wire.Requests[0]);
        Assert.Equal("APPROVED", (await sharing.AnswerPartnershipAsync("l1", true, "b@AdobeOrg", "B", "va7", "Done")).Status);
        Wire.IsJson(
            """
            {"linkingID":"l1","status":"APPROVED","reason":"Done",
             "targetIMSOrgDetails":{"id":"b@AdobeOrg","name":"B","region":"va7"}}
            """, _wire.Requests[1]);
        Assert.Single(await sharing.ListPartnershipsAsync(false, "desc:createdDate", "status==APPROVED").ToListAsync());
        Assert.Equal(
            ("OUTGOING", "desc:createdDate", "status==APPROVED"),
            (Wire.Query(_wire.Requests[2], "requestType"), Wire.Query(_wire.Requests[2], "orderBy"),
                Wire.Query(_wire.Requests[2], "property")));
        Assert.Equal("t1", Assert.Single(await sharing.ShareAsync("p1", ["b@AdobeOrg"])).Id);
        Wire.IsJson("""{"packageId":"p1","targets":[{"imsOrgId":"b@AdobeOrg"}]}""", _wire.Requests[3]);
        await sharing.ListTransfersAsync(false, "desc:createdDate", "status==COMPLETED").ToListAsync();
        Assert.Equal(
            ("PRIVATE", "desc:createdDate", "status==COMPLETED"),
            (Wire.Query(_wire.Requests[4], "requestType"), Wire.Query(_wire.Requests[4], "orderBy"),
                Wire.Query(_wire.Requests[4], "property")));
    }
}
