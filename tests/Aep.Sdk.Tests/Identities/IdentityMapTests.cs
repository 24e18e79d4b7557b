using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Aep.Sdk.Identities;

namespace Aep.Sdk.Tests.Identities;

public sealed partial class IdentityMapTests
{
    [Fact]
    public void A_map_is_written_as_xdm_wants_it_and_read_again()
    {
        IdentityMap map = IdentityMap.Empty.Add("ECID", "1", isPrimary: true, "authenticated").Add("Email", "a@example.com")
            .Add("Email", "b@example.com");
        string json = JsonSerializer.Serialize(new Event(map), Json.Default.Event);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
                {"identityMap":{"ECID":[{"id":"1","primary":true,"authenticatedState":"authenticated"}],
                                "Email":[{"id":"a@example.com","primary":false},{"id":"b@example.com","primary":false}]}}
                """),
            JsonNode.Parse(json)), json);
        IdentityMap read = JsonSerializer.Deserialize(json, Json.Default.Event)!.IdentityMap;
        Assert.Equal(["ECID", "Email"], read.Namespaces);
        Assert.Equal(["a@example.com", "b@example.com"], read["Email"].Select(item => item.Id));
        Assert.Equal(("ECID", "1"), (read.Primary!.Value.Namespace, read.Primary.Value.Item.Id));
        Assert.Empty(read["Phone"]);
    }

    [Fact]
    public void A_record_has_one_primary_identity()
    {
        IdentityMap map = IdentityMap.Empty.Add("ECID", "1", isPrimary: true);
        Assert.Contains("ECID", Assert.Throws<ArgumentException>(() => map.Add("Email", "a@example.com", isPrimary: true)).Message);
        Assert.Single(map.Add("ECID", "1", isPrimary: true)["ECID"]);
        Assert.Throws<ArgumentException>(() => map.Add("", "1"));
        Assert.Throws<ArgumentException>(() => map.Add("Email", ""));
    }

    [Fact]
    public void An_ecid_is_38_digits()
    {
        Assert.All(Enumerable.Range(0, 100).Select(_ => Ecid.Create().ToString()), text =>
        {
            Assert.Matches("^[0-9]{38}$", text);
            Assert.Equal(text, Ecid.Parse(text).ToString());
        });
        Assert.Equal(Ecid.FromBytes(new byte[16]), Ecid.Parse(new string('0', 38)));
        Assert.Equal("9223372036854775807" + "9223372036854775807", Ecid.FromBytes(Enumerable.Repeat((byte)0xff, 16).ToArray()).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("123")]
    [InlineData("9999999999999999999" + "0000000000000000000")]
    [InlineData("+000000000000000000" + "0000000000000000000")]
    [InlineData("0000000000000000000" + "000000000000000000a")]
    public void What_is_no_ecid_is_refused(string text) => Assert.Throws<FormatException>(() => Ecid.Parse(text));

    internal sealed record Event(IdentityMap IdentityMap);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Event))]
    internal sealed partial class Json : JsonSerializerContext;
}
