using Aep.Sdk.Profiles;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Profiles;

public sealed class ProfilesClientTests : IDisposable
{
    private const string Entities = "/data/core/ups/access/entities";

    private readonly Wire _wire = new();
    private readonly ProfilesClient _profiles;

    public ProfilesClientTests() => _profiles = new ProfilesClient(_wire.Pipeline);

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task AProfileIsReadByIdentity()
    {
        _wire.On("GET", Entities,
            """{"X1":{"entityId":"X1","sources":["d1"],"entity":{"_acme":{"propensity":0.4}},"lastModifiedAt":"2026-03-01T00:00:00Z"}}""");

        Profile profile = await _profiles.GetAsync("ECID", "123");

        Assert.Equal(0.4, profile.Entity["_acme"]!["propensity"]!.GetValue<double>());
        Assert.Equal(["d1"], profile.Sources);
        var request = Assert.Single(_wire.Requests);
        Assert.Equal(
            ("_xdm.context.profile", "123", "ECID"),
            (Wire.Query(request, "schema.name"), Wire.Query(request, "entityId"), Wire.Query(request, "entityIdNS")));
    }

    [Fact]
    public async Task An_xid_needs_no_namespace_and_accounts_are_looked_up_too()
    {
        _wire.On("GET", Entities, """{"X1":{"entityId":"X1","entity":{}}}""").On(
            "POST", Entities, """{"X1":{"entityId":"X1","entity":{}}}""");
        Assert.NotNull(await _profiles.FindByXidAsync("X1", new ProfileQuery { Fields = ["person"], MergePolicyId = "m1" }));
        Assert.Equal(
            ("X1", "person", "m1"),
            (Wire.Query(_wire.Requests[0], "entityId"), Wire.Query(_wire.Requests[0], "fields"),
                Wire.Query(_wire.Requests[0], "mergePolicyId")));
        Assert.DoesNotContain("entityIdNS", _wire.Requests[0].Query!.Keys);
        var accounts = new ProfileQuery { Schema = SchemaName.Account };
        await _profiles.FindAsync("b2b_account", "7", accounts);
        Assert.Equal("_xdm.context.account", Wire.Query(_wire.Requests[1], "schema.name"));
        await _profiles.LookUpAsync([new ProfileIdentity("b2b_account", "7")], accounts);
        Wire.IsJson(
            """{"schema":{"name":"_xdm.context.account"},"identities":[{"entityId":"7","entityIdNS":{"code":"b2b_account"}}]}""",
            _wire.Requests[2]);
    }

    [Fact]
    public async Task NoProfileIsNotFound()
    {
        _wire.On("GET", Entities, "{}", (404, """{"title":"Not found"}"""))
            .On("GET", "/data/core/idnamespace/identities", """[{"id":4,"code":"ECID"}]""");
        await Assert.ThrowsAsync<AepNotFoundException>(() => _profiles.GetAsync("ECID", "123"));
        Assert.Null(await _profiles.FindAsync("ECID", "123"));
    }

    [Fact]
    public async Task Several_identities_are_looked_up_in_one_request()
    {
        _wire.On("POST", Entities, """{"X1":{"entityId":"X1","entity":{"a":1}}}""",
            (207, """[{"xid":"X9","error":{"message":"UPS-MRG-1000001","statusCode":"422"}}]"""))
            .On("GET", "/data/core/idnamespace/identities", """[{"id":4,"code":"ECID"},{"id":6,"code":"Email"}]""");
        ProfileLookup found = await _profiles.LookUpAsync(
            [new ProfileIdentity("ECID", "1"), new ProfileIdentity("Email", "a")], new ProfileQuery { Fields = ["person.name"] });
        Assert.Equal("X1", Assert.Single(found.Profiles).Key);
        Wire.IsJson(
            """
            {"schema":{"name":"_xdm.context.profile"},"fields":["person.name"],"identities":[{"entityId":"1","entityIdNS":{"code":"ECID"}},
             {"entityId":"a","entityIdNS":{"code":"Email"}}]}
            """,
            _wire.Requests[0]);
        ProfileLookup failed = await _profiles.LookUpAsync([new ProfileIdentity("ECID", "1")]);
        Assert.Empty(failed.Profiles);
        Assert.Equal("422", Assert.Single(failed.Errors).Error!.StatusCode);
        await Assert.ThrowsAsync<ArgumentException>(() => _profiles.LookUpAsync([]));
    }

    [Fact]
    public async Task Events_of_a_profile_are_listed_to_the_last_page()
    {
        _wire.On("GET", Entities,
            """{"_page":{"next":"n1"},"children":[{"entityId":"e1","timestamp":1,"entity":{"eventType":"a"}}]}""",
                """{"_page":{"next":""},"children":[{"entityId":"e2"}]}""");
        var query = new ProfileEventQuery { From = DateTimeOffset.FromUnixTimeMilliseconds(5), OrderBy = "-timestamp" };
        Assert.Equal(["e1", "e2"], await _profiles.ListEventsAsync("ECID", "1", query).Select(item => item.EntityId!).ToListAsync());
        Assert.Equal(
            ("_xdm.context.experienceevent", "_xdm.context.profile", "1", "ECID", "5"),
            (Wire.Query(_wire.Requests[0], "schema.name"), Wire.Query(_wire.Requests[0], "relatedSchema.name"),
                Wire.Query(_wire.Requests[0], "relatedEntityId"),
                Wire.Query(_wire.Requests[0], "relatedEntityIdNS"), Wire.Query(_wire.Requests[0], "startTime")));
        Assert.Equal("n1", Wire.Query(_wire.Requests[1], "start"));
    }

    [Fact]
    public async Task A_merge_policy_is_replaced_with_its_id_and_version()
    {
        const string Policies = "/data/core/ups/config/mergePolicies";
        _wire.On("GET", Policies,
            """{"children":[{"id":"m1","default":true,"version":3,"schema":{"name":"_xdm.context.profile"}}],"_page":{"next":""}}""")
            .On("PUT", $"{Policies}/m1", """{"id":"m1","version":4}""");
        MergePolicy policy = (await _profiles.MergePolicies.FindDefaultAsync())!;
        await _profiles.MergePolicies.ReplaceAsync(
            policy, new MergePolicyDefinition("Newest") { AttributeMerge = AttributeMerge.DatasetPrecedence("d2", "d1"), Default = true });
        Wire.IsJson(
            """
            {"id":"m1","name":"Newest","schema":{"name":"_xdm.context.profile"},"identityGraph":{"type":"pdg"},
             "attributeMerge":{"type":"dataSetPrecedence","order":["d2","d1"]},"default":true,"version":3}
            """, _wire.Single("PUT", $"{Policies}/m1"));
        Assert.Equal("ups", Assert.Single(_wire.Single("PUT", $"{Policies}/m1").Headers!["x-profile-instance-id"]));
    }

    [Fact]
    public async Task Merge_policies_are_narrowed_by_the_service()
    {
        _wire.On("GET", "/data/core/ups/config/mergePolicies", """{"children":[],"_page":{"next":""}}""");
        await _profiles.MergePolicies.ListAsync("updateEpoch", "_xdm.context.profile", isDefault: true).ToListAsync();
        await _profiles.MergePolicies.ListAsync().ToListAsync();
        Assert.Equal(
            ("updateEpoch", "_xdm.context.profile", "true"),
            (Wire.Query(_wire.Requests[0], "orderby"), Wire.Query(_wire.Requests[0], "schema.name"),
                Wire.Query(_wire.Requests[0], "default")));
        Assert.Equal(["limit"], _wire.Requests[1].Query!.Keys);
    }

    [Fact]
    public async Task Deletions_are_read_in_the_forms_of_both_clouds()
    {
        const string Jobs = "/data/core/ups/system/jobs";
        _wire.On("GET", Jobs,
            """{"_page":{"next":"n"},"children":[{"id":"1","status":"COMPLETED","dataSetId":"d"}]}""",
                """[{"requestId":"2","requestType":"TRUNCATE_DATASET","status":"SUCCESS"}]""");
        Assert.Equal(["1", "2"], await _profiles.Deletions.ListAsync().Select(job => job.Id).ToListAsync());
    }

    [Fact]
    public async Task A_deletion_is_waited_for()
    {
        const string Jobs = "/data/core/ups/system/jobs";
        _wire.On("POST", Jobs, """{"id":"1","status":"NEW"}""")
            .On("GET", $"{Jobs}/1", """{"id":"1","status":"PROCESSING"}""", """{"id":"1","status":"ERROR","metrics":"{}"}""");
        ProfileDeletionOperation deletion = await _profiles.Deletions.StartAsync("d");
        Wire.IsJson("""{"dataSetId":"d"}""", _wire.Single("POST", Jobs));
        Assert.Contains("{}", (await Assert.ThrowsAsync<AepOperationFailedException>(() => deletion.WaitForCompletionAsync())).Message);
    }

    [Fact]
    public async Task A_computed_attribute_is_created_and_its_state_changed_by_its_id()
    {
        const string Attributes = "/data/core/ca/attributes";
        _wire.On("POST", Attributes, """{"id":"c1","name":"sums","status":"DRAFT"}""")
            .On("PATCH", $"{Attributes}/c1", """{"id":"c1","name":"sums","status":"NEW"}""");
        await _profiles.ComputedAttributes.CreateAsync(new ComputedAttributeDefinition("sums", new ProfileExpression("xEvent.count()"))
        {
            Duration = new ComputedDuration(3, "MONTHS"),
            Status = ComputedAttributeStatus.Draft,
        });
        Assert.Equal(
            ComputedAttributeStatus.New, (await _profiles.ComputedAttributes.UpdateStatusAsync("c1", ComputedAttributeStatus.New)).Status);
        Wire.IsJson(
            """
            {"name":"sums","expression":{"type":"PQL","format":"pql/text","value":"xEvent.count()"},"duration":{"count":3,"unit":"MONTHS"},
             "keepCurrent":false,"status":"DRAFT"}
            """, _wire.Single("POST", Attributes));
    }
}
