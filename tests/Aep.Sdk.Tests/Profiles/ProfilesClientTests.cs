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
        _wire.On("GET", Entities, """{"X1":{"entityId":"X1","sources":["d1"],"entity":{"_acme":{"propensity":0.4}},"lastModifiedAt":"2026-03-01T00:00:00Z"}}""");

        Profile profile = await _profiles.GetAsync("ECID", "123");

        Assert.Equal(0.4, profile.Entity["_acme"]!["propensity"]!.GetValue<double>());
        Assert.Equal(["d1"], profile.Sources);
        var request = Assert.Single(_wire.Requests);
        Assert.Equal(
            ("_xdm.context.profile", "123", "ECID"),
            (Wire.Query(request, "schema.name"), Wire.Query(request, "entityId"), Wire.Query(request, "entityIdNS")));
    }

    [Fact]
    public async Task NoProfileIsNotFound()
    {
        _wire.On("GET", Entities, "{}", (404, """{"title":"Not found"}"""));
        await Assert.ThrowsAsync<AepNotFoundException>(() => _profiles.GetAsync("ECID", "123"));
        Assert.Null(await _profiles.FindAsync("ECID", "123"));
    }
}
