using Aep.Sdk.Identities;
using Aep.Sdk.Profiles;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Profiles;

/// <summary>
/// An identity that nobody has, and one of a namespace that is not there: the service answers both alike, the client does not.
/// </summary>
public sealed class NamespaceCheckTests : IDisposable
{
    private const string Entities = "/data/core/ups/access/entities";
    private const string Namespaces = "/data/core/idnamespace/identities";
    private const string Known =
        """
        [{"id":4,"code":"ECID"},{"id":6,"code":"Email"},{"id":11,"code":"Email_LC_SHA256"},{"id":7,"code":"Phone"},{"id":90,
         "code":"loyaltyId","custom":true}]
        """;

    private readonly Wire _wire = new();
    private readonly ProfilesClient _profiles;

    public NamespaceCheckTests() => _profiles = new ProfilesClient(_wire.Pipeline);

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task Nobody_is_null_and_a_namespace_that_is_not_there_an_error()
    {
        _wire.On("GET", Entities, (404, """{"title":"Not found"}""")).On("GET", Namespaces, Known);
        Assert.Null(await _profiles.FindAsync("email", "nobody@example.com"));
        var unknown = await Assert.ThrowsAsync<UnknownNamespaceException>(() => _profiles.FindAsync("Emial", "joe@example.com"));
        Assert.Equal("Emial", unknown.Namespace);
        Assert.Equal("Email", unknown.Near[0]);
        Assert.Equal("The identity namespace Emial does not exist. Near it are Email.", unknown.Message);
        await Assert.ThrowsAsync<UnknownNamespaceException>(() => _profiles.GetAsync("Emial", "joe@example.com"));
        await Assert.ThrowsAsync<AepNotFoundException>(() => _profiles.GetAsync("Email", "nobody@example.com"));
    }

    [Theory]
    [InlineData("mail", "Email, Email_LC_SHA256")]
    [InlineData("loyalty", "loyaltyId")]
    [InlineData("EICD", "ECID")]
    [InlineData("Fone", "Phone")]
    public async Task Those_that_are_like_it_are_named(string code, string near)
    {
        _wire.On("GET", Entities, "{}").On("GET", Namespaces, Known);
        Assert.Equal(
            near, string.Join(", ", (await Assert.ThrowsAsync<UnknownNamespaceException>(() => _profiles.FindAsync(code, "1"))).Near));
    }

    [Fact]
    public async Task Where_none_is_like_it_their_number_is_said()
    {
        _wire.On("GET", Entities, "{}").On("GET", Namespaces, Known);
        var unknown = await Assert.ThrowsAsync<UnknownNamespaceException>(() => _profiles.FindAsync("Nowhere", "1"));
        Assert.Empty(unknown.Near);
        Assert.Contains("None of the 5", unknown.Message);
    }

    [Fact]
    public async Task Namespaces_are_read_once_until_one_is_missing_and_never_for_a_profile_that_is_found()
    {
        _wire.On("GET", Entities, """{"X":{"entityId":"X","entity":{}}}""", "{}")
            .On("GET", Namespaces, Known, Known[..^1] + """,{"id":91,"code":"new"}]""");
        Assert.NotNull(await _profiles.FindAsync("Email", "a"));
        Assert.Equal(0, _wire.Count("GET", Namespaces));
        for (int time = 0; time < 3; time++) Assert.Null(await _profiles.FindAsync("Email", "b"));
        Assert.Equal(1, _wire.Count("GET", Namespaces));
        Assert.Null(await _profiles.FindAsync("new", "b"));
        Assert.Equal(2, _wire.Count("GET", Namespaces));
    }

    [Fact]
    public async Task Look_ups_of_several_and_of_events_tell_them_apart_too()
    {
        _wire.On("POST", Entities, """{"X":{"entityId":"X","entity":{}}}""").On("GET", Entities, """{"_page":{"next":""},"children":[]}""")
            .On("GET", Namespaces, Known);
        ProfileIdentity known = new("Email", "a"), unknown = new("Emial", "b");
        Assert.Single((await _profiles.LookUpAsync([known, known])).Profiles);
        Assert.Equal(
            "Emial", (await Assert.ThrowsAsync<UnknownNamespaceException>(() => _profiles.LookUpAsync([known, unknown]))).Namespace);
        Assert.Empty(await _profiles.ListEventsAsync("Email", "a").ToListAsync());
        await Assert.ThrowsAsync<UnknownNamespaceException>(async () => await _profiles.ListEventsAsync("Emial", "a").ToListAsync());
    }

    [Fact]
    public async Task Who_may_not_list_namespaces_gets_what_the_service_says()
    {
        _wire.On("GET", Entities, (404, "{}")).On("GET", Namespaces, (403, """{"title":"Forbidden"}"""));
        Assert.Null(await _profiles.FindAsync("Emial", "a"));
    }

    [Fact]
    public async Task A_check_that_breaks_is_no_answer()
    {
        _wire.On("GET", Entities, (404, "{}")).On("GET", Namespaces, (500, "{}"));
        await Assert.ThrowsAsync<AepRequestException>(() => _profiles.FindAsync("Email", "a"));
    }
}
