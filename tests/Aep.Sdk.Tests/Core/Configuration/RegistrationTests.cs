using Aep.Sdk.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aep.Sdk.Tests.Core.Configuration;

public sealed class RegistrationTests
{
    [Fact]
    public async Task A_container_can_be_disposed_without_await()
    {
        AepClient aep;
        using (ServiceProvider provider = new ServiceCollection().AddAep(Configuration("dev")).BuildServiceProvider())
            aep = provider.GetRequiredService<AepClient>();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => aep.GetJsonAsync("/"));
    }

    // A test of an app adds its client behind that of the app.
    [Fact]
    public async Task The_last_registration_counts_named_or_not()
    {
        await using ServiceProvider provider = new ServiceCollection()
            .AddAep(Configuration("first")).AddAep(Configuration("second"))
            .AddAep("eu", Configuration("first").GetSection("Aep")).AddAep("eu", Configuration("second").GetSection("Aep"))
            .BuildServiceProvider();
        Assert.Equal("second", provider.GetRequiredService<AepClient>().Options.SandboxName);
        Assert.Equal("second", provider.GetRequiredKeyedService<AepClient>("eu").Options.SandboxName);
        Assert.Single(provider.GetServices<AepClient>());
        foreach (IHostedService check in provider.GetServices<IHostedService>())
            await check.StartAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_client_outlives_the_scopes_that_ask_for_it()
    {
        await using ServiceProvider provider =
            new ServiceCollection().AddAep(Configuration("dev")).BuildServiceProvider(validateScopes: true);
        AepClient aep;
        using (IServiceScope scope = provider.CreateScope())
            aep = scope.ServiceProvider.GetRequiredService<AepClient>();
        Assert.Same(aep, provider.GetRequiredService<AepClient>());
    }

    private static IConfigurationRoot Configuration(string sandbox) => new ConfigurationBuilder().AddInMemoryCollection(
    [
        KeyValuePair.Create("Aep:OrgId", (string?)"1@AdobeOrg"), KeyValuePair.Create("Aep:ClientId", (string?)"id"),
        KeyValuePair.Create("Aep:ClientSecret", (string?)"s"), KeyValuePair.Create("Aep:SandboxName", (string?)sandbox),
    ]).Build();
}
