using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Verification;

public sealed class VerifyConnectionTests : IAsyncDisposable
{
    private const string Access = "/data/foundation/access-control/acl";

    private readonly Wire _wire = new();

    public VerifyConnectionTests() => _wire
        .On("GET", "/data/foundation/sandbox-management/",
            """{"sandboxes":[{"name":"prod","type":"production","state":"active"},{"name":"dev","type":"development","state":"active"}]}""")
        .On("GET", "/data/foundation/schemaregistry/stats", """{"tenantId":"acme"}""")
        .On("GET", $"{Access}/reference", """{"permissions":{"manage-schemas":{},"manage-datasets":{}},"resource-types":{}}""");

    public ValueTask DisposeAsync()
    {
        _wire.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_is_there_and_what_is_missing_is_told_by_the_names_of_the_ui()
    {
        _wire.On("POST", $"{Access}/effective-policies", """{"policies":{"/permissions/manage-schemas":["*"]}}""");
        ConnectionReport report = await VerifyAsync();
        Assert.Equal("acme", report.TenantId);
        Assert.False(report.IsUsable);
        Assert.Equal(CheckOutcome.Ok, Find(report, "Sandbox dev").Outcome);
        Assert.Equal("development, active", Find(report, "Sandbox dev").Detail);
        Assert.Equal(CheckOutcome.Ok, Find(report, "Data Modeling: Manage Schemas").Outcome);
        Assert.Equal(CheckOutcome.Missing, Find(report, "Data Management: Manage Datasets").Outcome);
        Assert.Contains("under Permissions", Find(report, "Data Management: Manage Datasets").Detail);
        Assert.Equal(CheckOutcome.Unknown, Find(report, "Query Service: Manage Queries").Outcome);
        Assert.Equal(report.Checks.Select(check => check.ToString()), report.ToString().Split(Environment.NewLine));
        Wire.IsJson(
            """["/permissions/manage-schemas","/permissions/manage-datasets"]""", _wire.Single("POST", $"{Access}/effective-policies"));
    }

    [Fact]
    public async Task A_sandbox_without_access_is_told_with_those_that_there_are()
    {
        _wire.On("POST", $"{Access}/effective-policies", """{"policies":{}}""");
        ConnectionReport report = await VerifyAsync(options => options with { SandboxName = "other" });
        Assert.Equal(CheckOutcome.Missing, Find(report, "Sandbox other").Outcome);
        Assert.Contains("prod, dev", Find(report, "Sandbox other").Detail);
    }

    [Fact]
    public async Task A_credential_without_any_sandbox_is_told_what_to_do()
    {
        using var wire = new Wire();
        wire.On("GET", "/data/foundation/sandbox-management/", """{"sandboxes":[]}""")
            .On("GET", "/data/foundation/schemaregistry/stats", """{"tenantId":"acme"}""");
        await using var aep = new AepClient(TestOptions.For(new Uri(wire.Url)) with { TokenSource = new UserToken() });
        ConnectionReport report = await aep.VerifyConnectionAsync();
        Assert.Equal("The credential has no access to any sandbox. " + AepPermissionException.WhereToGrant,
            Find(report, "Sandbox dev").Detail);
    }

    [Fact]
    public async Task Permissions_that_cannot_be_read_are_unknown_not_missing()
    {
        _wire.On("POST", $"{Access}/effective-policies", (403, """{"title":"Forbidden"}"""));
        ConnectionReport report = await VerifyAsync();
        Assert.True(report.IsUsable);
        Assert.Equal(CheckOutcome.Unknown, Find(report, "Permissions").Outcome);
    }

    [Fact]
    public async Task Without_a_token_nothing_else_is_asked()
    {
        ConnectionReport report = await VerifyAsync(options => options with { TokenSource = new NoToken() });
        ConnectionCheck token = Assert.Single(report.Checks);
        Assert.Equal(CheckOutcome.Missing, token.Outcome);
        Assert.Contains("no vault", token.ToString());
        Assert.Empty(_wire.Requests);
    }

    private async Task<ConnectionReport> VerifyAsync(Func<AepOptions, AepOptions>? change = null)
    {
        AepOptions options = TestOptions.For(new Uri(_wire.Url)) with { TokenSource = new UserToken() };
        await using var aep = new AepClient(change?.Invoke(options) ?? options);
        return await aep.VerifyConnectionAsync();
    }

    private static ConnectionCheck Find(ConnectionReport report, string name) => Assert.Single(report.Checks, check => check.Name == name);

    private sealed class NoToken : IAepTokenSource
    {
        public Task<AccessToken> GetTokenAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("no vault");
    }
}
