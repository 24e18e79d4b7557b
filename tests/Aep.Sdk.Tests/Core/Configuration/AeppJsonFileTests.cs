using System.Text;
using Aep.Sdk.Core.Configuration;
using Microsoft.Extensions.Configuration;

namespace Aep.Sdk.Tests.Core.Configuration;

public sealed class AeppJsonFileTests : IDisposable
{
    private const string Json =
        """{"org_id":"1@AdobeOrg","client_id":"id","secret":"s","scopes":["openid","AdobeID"],"sandbox-name":"dev"}""";

    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory("aep-aepp-").FullName, "config.json");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    [Fact]
    public void Files_of_any_editor_are_read()
    {
        string commented = "// of the project\r\n" + Json.Replace(",", ",\r\n", StringComparison.Ordinal) + "\r\n";
        foreach (Encoding encoding in (Encoding[])[new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            File.WriteAllText(_path, commented, encoding);
            AepOptions options = Read(new ConfigurationBuilder().AddAeppJsonFile(_path));
            options.Validate();
            Assert.Equal(("1@AdobeOrg", "id", "dev", "s"),
                (options.OrgId, options.ClientId, options.SandboxName, options.ClientSecret.Reveal()));
        }
    }

    [Fact]
    public void What_the_file_does_not_say_stays_as_it_was_said_before()
    {
        File.WriteAllText(_path, """{"org_id":"1@AdobeOrg","client_id":"id","secret":"s","sandbox-name":null,"scopes":""}""");
        AepOptions options = Read(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Aep:SandboxName"] = "dev", ["Aep:Scopes"] = "openid" })
            .AddAeppJsonFile(_path));
        Assert.Equal("dev", options.SandboxName);
        Assert.Equal(["openid"], options.Scopes);
    }

    [Theory]
    [InlineData("""{"org_id":42,"secret":"s3cret"}""", "org_id")]
    [InlineData("""{"org_id":"1@AdobeOrg","scopes":[{"name":"openid"}],"secret":"s3cret"}""", "scopes")]
    [InlineData("""{"org_id":"1@AdobeOrg","secret":["s3cret", 1, {}],"client_id":{"a":"s3cret"}}""", "client_id")]
    public void A_value_of_another_kind_is_named_and_not_quoted(string json, string key)
    {
        File.WriteAllText(_path, json);
        var error = Assert.Throws<AepConfigurationException>(() => AepClient.FromAeppJsonFile(_path));
        Assert.Contains(_path, error.Message);
        Assert.Contains($"'{key}'", error.Message);
        Assert.DoesNotContain("s3cret", error.ToString());
    }

    [Fact]
    public async Task Environment_variables_count_before_the_file()
    {
        File.WriteAllText(_path, Json);
        Environment.SetEnvironmentVariable("AEP_SANDBOX_NAME", "from the environment");
        try
        {
            await using AepClient aep = AepClient.FromAeppJsonFile(_path);
            Assert.Equal("from the environment", aep.Options.SandboxName);
        }
        finally
        {
            Environment.SetEnvironmentVariable("AEP_SANDBOX_NAME", null);
        }
    }

    private static AepOptions Read(IConfigurationBuilder builder) => AepOptionsReader.Read(builder.Build());
}
