using System.Text.Json;
using System.Text.Json.Nodes;
using Aep.Sdk.Schemas;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Schemas;

#pragma warning disable AEP0001 // Every type is tried.

/// <summary>Descriptors have a type each, on the way out and back.</summary>
public sealed class DescriptorTests : IDisposable
{
    private const string Path = "/data/foundation/schemaregistry/tenant/descriptors";
    private readonly Wire _wire = new();
    private readonly DescriptorsClient _descriptors;

    public DescriptorTests() => _descriptors = new SchemasClient(_wire.Pipeline).Descriptors;

    public void Dispose() => _wire.Dispose();

    public static TheoryData<string, string> All => new()
    {
        { nameof(IdentityDescriptor),
            """
            {"@type":"xdm:descriptorIdentity","xdm:sourceProperty":"/a","xdm:namespace":"Email","xdm:property":"xdm:code",
             "xdm:isPrimary":true}
            """ },
        { nameof(FriendlyNameDescriptor),
            """
            {"@type":"xdm:alternateDisplayInfo","xdm:sourceProperty":"/a","xdm:title":{"en_us":"A"},"xdm:description":{"en_us":"B"},
             "meta:enum":{"c":"C"},"xdm:excludeMetaEnum":{"d":"D"}}
            """ },
        { nameof(OneToOneDescriptor),
            """
            {"@type":"xdm:descriptorOneToOne","xdm:sourceProperty":"/a","xdm:destinationSchema":"d","xdm:destinationVersion":1,
             "xdm:destinationProperty":"/b"}
            """ },
        { nameof(RelationshipDescriptor),
            """
            {"@type":"xdm:descriptorRelationship","xdm:sourceProperty":"/a","xdm:destinationSchema":"d","xdm:destinationVersion":1,
             "xdm:cardinality":"M:1","xdm:destinationNamespace":"People","xdm:sourceToDestinationTitle":"There",
             "xdm:destinationToSourceTitle":"Back"}
            """ },
        { nameof(ReferenceIdentityDescriptor),
            """{"@type":"xdm:descriptorReferenceIdentity","xdm:sourceProperty":"/a","xdm:identityNamespace":"Email"}""" },
        { nameof(DeprecatedFieldDescriptor), """{"@type":"xdm:descriptorDeprecated","xdm:sourceProperty":["/a","/b"]}""" },
        { nameof(PrimaryKeyDescriptor), """{"@type":"xdm:descriptorPrimaryKey","xdm:sourceProperty":["/a","/b"]}""" },
        { nameof(VersionDescriptor), """{"@type":"xdm:descriptorVersion","xdm:sourceProperty":"/a"}""" },
        { nameof(TimestampDescriptor), """{"@type":"xdm:descriptorTimestamp","xdm:sourceProperty":"/a"}""" },
        { nameof(GranularityDescriptor),
            """
            {"@type":"xdm:descriptorTimeSeriesGranularity","xdm:sourceProperty":"/a","xdm:granularity":"hour","xdm:ianaTimezone":"UTC"}
            """ },
        { nameof(LabelDescriptor), """{"@type":"xdm:descriptorLabel","xdm:sourceProperty":"/a","xdm:labels":["core/C2"]}""" },
        { nameof(OtherDescriptor), """{"@type":"xdm:descriptorOfTomorrow","xdm:sourceProperty":"/a","xdm:says":{"more":1}}""" },
    };

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_descriptor_is_read_and_sent_as_its_type(string type, string members)
    {
        JsonObject sent = JsonNode.Parse(members)!.AsObject();
        (sent["@id"], sent["xdm:sourceSchema"], sent["xdm:sourceVersion"], sent["meta:containerId"]) = ("d1", "s", 1, "tenant");
        _wire.On("GET", $"{Path}/d1", sent.ToJsonString()).On("PUT", $"{Path}/d1", (201, """{"@id":"d1"}"""));
        Descriptor read = await _descriptors.GetAsync("d1");
        Assert.Equal(type, read.GetType().Name);
        await _descriptors.UpdateAsync(read);
        Wire.IsJson(sent.ToJsonString(), _wire.Single("PUT", $"{Path}/d1"));
    }

    [Fact]
    public async Task All_pages_are_read_by_id_and_both_shapes_of_a_page()
    {
        _wire.On(
            "GET", Path, """{"results":[{"@id":"1","@type":"xdm:descriptorVersion"}],"_page":{"next":"1"}}""",
            """
            {"xdm:descriptorIdentity":[{"@id":"2","@type":"xdm:descriptorIdentity","xdm:sourceVersion":"1"}],"xdm:alternateDisplayInfo":[]}
            """);
        Assert.Equal(["1", "2"], (await _descriptors.ListAsync([RegistryFilter.Has("@type")]).ToListAsync()).Select(found => found.Id));
        Assert.Equal(("@id", "1"), (Wire.Query(_wire.Requests[1], "orderby"), Wire.Query(_wire.Requests[1], "start")));
        Assert.Equal("application/vnd.adobe.xdm-v2+json", string.Join(",", _wire.Requests[0].Headers!["Accept"]));
    }

    [Fact]
    public async Task A_namespace_is_named_by_its_code_or_its_number()
    {
        _wire.On("POST", Path, (201, """{"@id":"d1","@type":"xdm:descriptorIdentity","meta:containerId":"tenant"}"""));
        IdentityDescriptor created =
            await _descriptors.CreateAsync(new IdentityDescriptor { SourceSchema = "s", SourceProperty = "/a", Namespace = "6" });
        Assert.Equal("xdm:id", (string?)JsonNode.Parse(_wire.Single("POST", Path).Body!)!["xdm:property"]);
        Assert.Equal(("d1", "tenant"), (created.Id, created.AdditionalProperties["meta:containerId"].GetString()));
    }

    [Fact]
    public async Task A_descriptor_is_deleted()
    {
        _wire.On("DELETE", $"{Path}/d1", (204, ""));
        await _descriptors.DeleteAsync("d1");
        Assert.Equal(1, _wire.Count("DELETE", $"{Path}/d1"));
    }
}
