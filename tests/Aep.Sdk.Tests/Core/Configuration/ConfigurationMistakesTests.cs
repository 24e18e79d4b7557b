using Aep.Sdk.Core.Configuration;
using Aep.Sdk.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace Aep.Sdk.Tests.Core.Configuration;

public sealed class ConfigurationMistakesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("aep-mistakes-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Values_that_cannot_be_read_come_in_one_message_with_what_is_missing()
    {
        var error = Assert.Throws<AepConfigurationException>(() => Read(
            ("Aep:OrgId", "1@AdobeOrg"), ("Aep:Environment", "production"), ("Aep:PlatformEndpoint", "platform.local"),
            ("Aep:ImsEndpoint", "ims.local"), ("Aep:MaxRetries", "many"), ("Aep:RequestTimeout", "30"),
            ("Aep:RetryBudget", "soon")).Validate());
        Assert.All(
            ["Environment", "'production'", "prod or stage", "PlatformEndpoint", "'platform.local'", "ImsEndpoint", "'ims.local'",
                "MaxRetries", "'many'", "RequestTimeout", "'30'", "00:02:00", "RetryBudget", "SandboxName", "ClientId", "ClientSecret"],
            part => Assert.Contains(part, error.Message));
    }

    [Fact]
    public void Limits_and_times_are_read_from_the_configuration()
    {
        AepOptions options = Read(
            ("Aep:MaxRetries", "2"), ("Aep:MaxConcurrentRequests", "8"), ("Aep:RequestTimeout", "00:00:30"),
            ("Aep:RetryBudget", "00:01:00"), ("Aep:PollInterval", "00:00:05"),
            ("Aep:MaxPollInterval", "00:00:50"), ("Aep:OperationTimeout", "1.00:00:00"));
        Assert.Equal((2, 8), (options.MaxRetries, options.MaxConcurrentRequests));
        Assert.Equal((30, 60, 5, 50, 86_400), (options.RequestTimeout.TotalSeconds, options.RetryBudget.TotalSeconds,
            options.PollInterval.TotalSeconds, options.MaxPollInterval.TotalSeconds, options.OperationTimeout.TotalSeconds));
    }

    [Fact]
    public void What_cannot_stand_in_a_header_is_a_mistake_of_the_configuration()
    {
        var error = Assert.Throws<AepConfigurationException>(() => new AepClient(Good() with { ClientId = "…", SandboxName = "büro" }));
        Assert.Contains("ClientId", error.Message);
        Assert.Contains("SandboxName", error.Message);
        Assert.Contains("OrgId", Assert.Throws<AepConfigurationException>(
            () => new AepClient(Good() with { OrgId = "1\n@AdobeOrg" })).Message);
    }

    [Fact]
    public async Task The_name_of_another_sandbox_is_checked_too()
    {
        await using var aep = new AepClient(Good());
        Assert.Throws<ArgumentException>(() => aep.ForSandbox("büro"));
    }

    [Fact]
    public void A_certificate_file_without_a_certificate_is_named()
    {
        string file = Path.Combine(_folder, "platform.pem");
        foreach (string text in (string[])["", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"])
        {
            File.WriteAllText(file, text);
            var error = Assert.Throws<AepConfigurationException>(() => new AepClient(Good() with { TrustedCertificateFile = file }));
            Assert.Contains(file, error.Message);
            Assert.Contains("TrustedCertificateFile", error.Message);
        }
    }

    [Fact]
    public void Times_that_make_no_sense_are_named()
    {
        var error = Assert.Throws<AepConfigurationException>(() => new AepClient(Good() with
        {
            PollInterval = TimeSpan.Zero,
            MaxPollInterval = TimeSpan.FromSeconds(-1),
            OperationTimeout = TimeSpan.Zero,
            RetryBudget = TimeSpan.FromSeconds(-1),
            OrgId = null!,
            Scopes = null!,
        }));
        Assert.All(["PollInterval", "MaxPollInterval", "OperationTimeout", "RetryBudget", "OrgId", "Scopes"],
            part => Assert.Contains(part, error.Message));
    }

    [Theory]
    [InlineData("[Authentication]\nclient_id=id\nclient_secret s3cret\n", "Line 3")]
    [InlineData("[Authentication]\nclient_id=s3cret\nclient_id=s3cret\n", "client_id")]
    [InlineData("[Authentication\nclient_secret=s3cret\n", "Line 1")]
    public void An_ini_file_that_cannot_be_read_is_named_with_its_line_and_not_quoted(string text, string part)
    {
        string path = Path.Combine(_folder, "config.ini");
        File.WriteAllText(path, text);
        foreach (Action read in (Action[])[() => AepClient.FromIniFile(path), () => new ConfigurationBuilder().AddAepIniFile(path).Build()])
        {
            var error = Assert.Throws<AepConfigurationException>(read);
            Assert.Contains(path, error.Message);
            Assert.Contains(part, error.Message);
            Assert.DoesNotContain("s3cret", error.ToString());
        }
    }

    [Fact]
    public void A_missing_ini_file_is_an_error_of_the_configuration_in_an_app_too()
    {
        string path = Path.Combine(_folder, "none.ini");
        var error = Assert.Throws<AepConfigurationException>(() => new ConfigurationBuilder().AddAepIniFile(path).Build());
        Assert.Contains(path, error.Message);
        Assert.Contains("config.example.ini", error.Message);
    }

    private static AepOptions Good() => TestOptions.For(new Uri("https://localhost"));

    private static AepOptions Read(params (string Key, string Value)[] values) => AepOptionsReader.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Key, (string?)value.Value))).Build());
}
