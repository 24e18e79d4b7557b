using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Profiles;

/// <summary>Pseudonymous profiles that expire, by a clock that the test moves.</summary>
public sealed class PseudonymousProfileTests : IAsyncLifetime
{
    private const string Fields = """{ "city": { "type": "string" } }""";
    private readonly MovableClock _clock = new();
    private EmulatorFixture _fixture = null!;

    public async Task InitializeAsync() => _fixture = await _clock.StartAsync(new AepEmulatorOptions
    {
        PseudonymousProfileExpiration = new PseudonymousProfileExpiration(["ecid", "AAID"], TimeSpan.FromDays(14)),
    });

    public Task DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Who_has_no_other_identity_and_was_silent_for_the_time_is_removed()
    {
        var profiles = new ProfileClient(_fixture);
        string people = await profiles.CreateStitchedDatasetAsync(Fields), events = await profiles.CreateEventDatasetAsync();
        await profiles.IngestAsync(
            people, """{ "userid": "silent", "city": "Basel" }""", """{ "userid": "updated", "city": "Basel" }""",
            """{ "userid": "active", "city": "Basel" }""", """{ "userid": "known", "email": "known@example.com", "city": "Basel" }""");
        await MoveAsync(TimeSpan.FromDays(8));
        profiles = new ProfileClient(_fixture);
        await profiles.IngestAsync(people, """{ "userid": "updated", "city": "Bern" }""");
        await profiles.IngestEventAsync(events, "active", _clock.Now);
        await profiles.IngestEventAsync(events, "silent", _clock.Now.AddDays(-30)); // an event counts by its own time
        await MoveAsync(TimeSpan.FromDays(7));
        await GoneAsync("silent");
        foreach (string stays in new[] { "updated", "active", "known" })
            Assert.Equal(200, await StatusAsync(stays));
        // The days of these two are over, too. Who is known stays.
        await MoveAsync(TimeSpan.FromDays(9));
        await GoneAsync("updated");
        await GoneAsync("active");
        Assert.Equal(200, await StatusAsync("known"));

        // Who comes back is there again, with what is new; and expires again.
        await new ProfileClient(_fixture).IngestAsync(people, """{ "userid": "silent", "city": "Biel" }""");
        JsonObject back = await new ProfileClient(_fixture).GetAsync("silent");
        Assert.Equal("Biel", (string?)back["_" + _fixture.Emulator.TenantId]!["city"]);
        await MoveAsync(TimeSpan.FromDays(15));
        await GoneAsync("silent");
    }

    [Fact]
    public void A_rule_without_namespaces_or_time_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new PseudonymousProfileExpiration([], TimeSpan.FromDays(14)));
        Assert.Throws<ArgumentException>(() => new PseudonymousProfileExpiration(["ECID"], TimeSpan.Zero));
    }

    private async Task<int> StatusAsync(string person) => (await new ProfileClient(_fixture).FindAsync(person)).Status;

    private Task<int> GoneAsync(string person) => Polling.UntilAsync(() => StatusAsync(person), status => status == 404);

    // A token lives a day.
    private async Task MoveAsync(TimeSpan time)
    {
        _clock.Time.Advance(time);
        await _fixture.LogInAsync();
    }
}
