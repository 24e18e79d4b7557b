using Aep.Sdk.Core.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aep.Sdk.Tests.Core.Configuration;

public sealed class OptionsReaderTests
{
    [Fact]
    public void The_section_of_an_app_is_read()
    {
        AepOptions options = Read(
            ("Aep:OrgId", "1@AdobeOrg"), ("Aep:ClientId", "id"), ("Aep:ClientSecret", "s3cret"), ("Aep:SandboxName", "dev"),
            ("Aep:Environment", "stage"),
            ("Aep:Scopes:0", "openid"), ("Aep:Scopes:1", "AdobeID"), ("Environment", "Development"));
        Assert.Equal(
            ("1@AdobeOrg", "id", "dev", AepEnvironment.Stage), (options.OrgId, options.ClientId, options.SandboxName, options.Environment));
        Assert.Equal("s3cret", options.ClientSecret.Reveal());
        Assert.Equal(["openid", "AdobeID"], options.Scopes);
    }

    [Theory]
    [InlineData("Platform", "Authentication")]
    [InlineData("Credential", "Credential")]
    public void The_sections_of_ini_files_are_read(string platform, string authentication)
    {
        AepOptions options = Read(
            ($"{platform}:ims_org_id", " 1@AdobeOrg "), ($"{platform}:sandbox_name", "dev"), ($"{authentication}:client_id", "id"),
            ($"{authentication}:client_secret", "s3cret"), ($"{authentication}:scopes", "openid, AdobeID,session"));
        Assert.Equal(
            ("1@AdobeOrg", "id", "dev", "s3cret"), (options.OrgId, options.ClientId, options.SandboxName, options.ClientSecret.Reveal()));
        Assert.Equal(["openid", "AdobeID", "session"], options.Scopes);
    }

    [Fact]
    public void Environment_variables_count_before_files()
    {
        AepOptions options = Read(("AEP_CLIENT_SECRET", "from the environment"), ("Authentication:client_secret", "from the file"),
            ("Authentication:client_id", "id"));
        Assert.Equal(("id", "from the environment"), (options.ClientId, options.ClientSecret.Reveal()));
    }

    [Theory]
    [InlineData(
        """{"org_id":"1@AdobeOrg","client_id":"id","secret":"s","scopes":"openid, AdobeID","sandbox-name":"dev","environment":"prod","tech_id":"x"}""")]
    [InlineData(
        """{"ORG_ID":"1@AdobeOrg","API_KEY":"id","CLIENT_SECRETS":["s","old"],"scopes":["openid","AdobeID"],"Sandbox-Name":"dev"}""")]
    [InlineData(
        """{"org_id":"1@AdobeOrg","client_id":"","api_key":"id","client_secret":"s","scopes":["openid","AdobeID"],"sandbox-name":"dev",}""")]
    public void Aepps_file_is_read(string json)
    {
        AepOptions options = AepOptionsReader.Read(new ConfigurationBuilder().AddAeppJsonFile(Temporary(json)).Build());
        options.Validate();
        Assert.Equal(
            ("1@AdobeOrg", "id", "dev", "s"), (options.OrgId, options.ClientId, options.SandboxName, options.ClientSecret.Reveal()));
        Assert.Equal(["openid", "AdobeID"], options.Scopes);
    }

    [Theory]
    [InlineData("no json with s3cret")]
    [InlineData("[\"s3cret\"]")]
    public void A_file_that_is_no_json_object_is_named_and_not_quoted(string text)
    {
        string path = Temporary(text);
        var error = Assert.Throws<AepConfigurationException>(() => AepClient.FromAeppJsonFile(path));
        Assert.Contains(path, error.Message);
        Assert.DoesNotContain("s3cret", error.ToString());
    }

    [Fact]
    public void All_mistakes_come_in_one_message()
    {
        var error = Assert.Throws<AepConfigurationException>(() => new AepClient(new AepOptions
        {
            OrgId = "1",
            PlatformEndpoint = new Uri("http://example.com"),
            ImsEndpoint = new Uri("http://localhost"),
            TrustedCertificateFile = "nowhere.pem",
            MaxRetries = -1,
            MaxConcurrentRequests = 0,
            RequestTimeout = TimeSpan.Zero,
        }));
        Assert.All(
            ["OrgId", "SandboxName", "ClientId", "ClientSecret", "PlatformEndpoint", "ImsEndpoint", "nowhere.pem", "MaxRetries",
                "MaxConcurrentRequests", "RequestTimeout"],
            part => Assert.Contains(part, error.Message));
    }

    [Fact]
    public async Task Named_clients_live_side_by_side()
    {
        IConfiguration configuration = Configuration([.. Client("Aep:eu", "1@AdobeOrg"), .. Client("Aep:us", "2@AdobeOrg")]);
        await using ServiceProvider provider = new ServiceCollection()
            .AddAep("eu", configuration.GetSection("Aep:eu"))
            .AddAep("us", configuration.GetSection("Aep:us"), options => options with { SandboxName = "changed" })
            .BuildServiceProvider();
        AepClient eu = provider.GetRequiredKeyedService<AepClient>("eu"), us = provider.GetRequiredKeyedService<AepClient>("us");
        Assert.Equal(("1@AdobeOrg", "dev"), (eu.Options.OrgId, eu.Options.SandboxName));
        Assert.Equal(("2@AdobeOrg", "changed"), (us.Options.OrgId, us.Options.SandboxName));
        Assert.Same(eu, provider.GetRequiredKeyedService<AepClient>("eu"));
    }

    [Fact]
    public async Task A_host_checks_the_configuration_when_it_starts()
    {
        await using ServiceProvider provider = new ServiceCollection().AddAep(Configuration(("Aep:OrgId", "1"))).BuildServiceProvider();
        IHostedService check = Assert.Single(provider.GetServices<IHostedService>());
        var error = await Assert.ThrowsAsync<AepConfigurationException>(() => check.StartAsync(CancellationToken.None));
        Assert.Contains("AdobeOrg", error.Message);
        Assert.Contains("ClientId", error.Message);
        Assert.Contains("the section Aep, an INI file or the variables AEP_…", error.Message);
    }

    [Fact]
    public void A_named_client_says_which_section_is_wrong()
    {
        using ServiceProvider provider = new ServiceCollection().AddAep("eu", Configuration().GetSection("Aep:eu")).BuildServiceProvider();
        Assert.Contains("the section Aep:eu", Assert.Throws<AepConfigurationException>(
            () => provider.GetRequiredKeyedService<AepClient>("eu")).Message);
    }

    private static (string, string)[] Client(string section, string organisation) =>
        [($"{section}:OrgId", organisation), ($"{section}:ClientId", "id"), ($"{section}:ClientSecret", "s"),
            ($"{section}:SandboxName", "dev")];

    private static AepOptions Read(params (string Key, string Value)[] values) => AepOptionsReader.Read(Configuration(values));

    private static IConfigurationRoot Configuration(params (string Key, string Value)[] values) => new ConfigurationBuilder()
        .AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Key, (string?)value.Value))).Build();

    private static string Temporary(string text)
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("aep-options-").FullName, "config.json");
        File.WriteAllText(path, text);
        return path;
    }
}
