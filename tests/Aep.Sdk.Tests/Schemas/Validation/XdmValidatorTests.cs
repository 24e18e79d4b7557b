using System.Text;
using System.Text.Json;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.Tests.Schemas.Validation;

public sealed class XdmValidatorTests
{
    private const string Schema =
        """
        {"$id":"https://ns.adobe.com/acme/schemas/1","title":"Events","type":"object","meta:tenantNamespace":"_acme","required":["_id",
         "timestamp"],"properties":{
          "_id":{"type":"string","minLength":1,"maxLength":5},
          "timestamp":{"type":"string","format":"date-time"},
          "eventType":{"type":"string","enum":["view","buy"]},
          "free":{"type":"object"},
          "_acme":{"type":"object","required":["userId"],"properties":{
            "userId":{"type":"string","pattern":"^[0-9]+$"},
            "age":{"type":"integer","meta:xdmType":"byte","minimum":0},
            "visits":{"type":"integer","minimum":-2147483648,"maximum":2147483647},
            "score":{"type":"number","exclusiveMinimum":0,"maximum":1},
            "born":{"type":"string","format":"date"},
            "mail":{"type":"string","format":"email"},
            "page":{"type":"string","format":"uri"},
            "active":{"type":"boolean"},
            "tags":{"type":"array","minItems":1,"maxItems":2,"items":{"type":"string"}},
            "counts":{"type":"object","meta:xdmType":"map","additionalProperties":{"type":"integer","minimum":0,"maximum":2147483647}},
            "items":{"type":"array","items":{"type":"object","required":["sku"],"properties":{"sku":{"type":"string"},
             "price":{"type":"number"}}}}
          }}
        }}
        """;

    private static readonly XdmFieldTree Fields = XdmFieldTree.Parse(JsonElement.Parse(Schema));

    [Theory]
    [InlineData("""{"_id":"1","timestamp":"2026-03-01T14:30:00Z"}""")]
    [InlineData("""{"_id":"äöüäö","timestamp":"2026-03-01T14:30:00.123+02:00","eventType":"buy","free":{"a":[1,{}]}}""")]
    [InlineData(
        """
        {"_id":"1","timestamp":"2026-03-01T14:30:00Z","_acme":{"userId":"7","age":127,"visits":-5,"score":0.5,"born":"2000-02-29",
         "mail":"a@b.de","page":"https://a.de/?b=c","active":true,"tags":["x"],"counts":{"any name":3},"items":[{"sku":"s","price":1.5},
         {"sku":"t"}]}}
        """)]
    public void What_fits_has_no_faults(string record)
    {
        Assert.Empty(Check(record, XdmValidationMode.Batch));
        Assert.Empty(Check(record, XdmValidationMode.Streaming));
    }

    [Theory]
    [InlineData("""{"timestamp":"2026-03-01T14:30:00Z"}""", "/_id", XdmRule.Required)]
    [InlineData("""{"_id":null,"timestamp":"2026-03-01T14:30:00Z"}""", "/_id", XdmRule.Required)]
    [InlineData("""{"_id":true,"timestamp":"2026-03-01T14:30:00Z"}""", "/_id", XdmRule.Type)]
    [InlineData("""{"_id":"1","timestamp":"yesterday"}""", "/timestamp", XdmRule.Format)]
    [InlineData("""{"_id":"1","timestamp":"2026-02-30T14:30:00Z"}""", "/timestamp", XdmRule.Format)]
    [InlineData("""{"_id":"1","timestamp":1.5}""", "/timestamp", XdmRule.Type)]
    [InlineData("""{"_id":"1","timestamp":"2026-03-01T14:30:00Z","eventType":"look"}""", "/eventType", XdmRule.Enum)]
    [InlineData("""{"_id":"1","timestamp":"2026-03-01T14:30:00Z","other":1}""", "/other", XdmRule.Unknown)]
    [InlineData("""{"_id":"1","timestamp":"2026-03-01T14:30:00Z","userId":"1"}""", "/userId", XdmRule.Unknown)]
    [InlineData("""{"_id":"1","timestamp":"2026-03-01T14:30:00Z","free":"text"}""", "/free", XdmRule.Type)]
    [InlineData("""[]""", "", XdmRule.Type)]
    public void Faults_of_an_event_have_their_place(string record, string pointer, XdmRule rule) =>
        Assert.Equal([(pointer, rule)], Check(record, XdmValidationMode.Batch).Select(fault => (fault.Pointer, fault.Rule)));

    [Theory]
    [InlineData("""{}""", "/_acme/userId", XdmRule.Required)]
    [InlineData("""{"userId":"1","age":128}""", "/_acme/age", XdmRule.Type)]
    [InlineData("""{"userId":"1","age":-1}""", "/_acme/age", XdmRule.Range)]
    [InlineData("""{"userId":"1","visits":1.5}""", "/_acme/visits", XdmRule.Type)]
    [InlineData("""{"userId":"1","visits":3000000000}""", "/_acme/visits", XdmRule.Type)]
    [InlineData("""{"userId":"1","score":0}""", "/_acme/score", XdmRule.Range)]
    [InlineData("""{"userId":"1","score":1.01}""", "/_acme/score", XdmRule.Range)]
    [InlineData("""{"userId":"1","born":"01.03.2000"}""", "/_acme/born", XdmRule.Format)]
    [InlineData("""{"userId":"1","active":"true"}""", "/_acme/active", XdmRule.Type)]
    [InlineData("""{"userId":"1","tags":[]}""", "/_acme/tags", XdmRule.Items)]
    [InlineData("""{"userId":"1","tags":["a","b","c"]}""", "/_acme/tags", XdmRule.Items)]
    [InlineData("""{"userId":"1","tags":["a",true]}""", "/_acme/tags/1", XdmRule.Type)]
    [InlineData("""{"userId":"1","tags":{"a":1}}""", "/_acme/tags", XdmRule.Type)]
    [InlineData("""{"userId":"1","counts":{"a/b":"many"}}""", "/_acme/counts/a~1b", XdmRule.Type)]
    [InlineData("""{"userId":"1","items":[{"sku":"a"},{"price":1}]}""", "/_acme/items/1/sku", XdmRule.Required)]
    [InlineData("""{"userId":"1","items":[{"sku":"a","name":"n"}]}""", "/_acme/items/0/name", XdmRule.Unknown)]
    public void Faults_in_the_tenants_namespace_have_their_place(string fields, string pointer, XdmRule rule)
    {
        XdmFault fault = Assert.Single(Check(Event(fields), XdmValidationMode.Batch));
        Assert.Equal((pointer, rule), (fault.Pointer, fault.Rule));
        Assert.NotEqual("", fault.Expected);
        Assert.NotEqual("", fault.Found);
    }

    [Theory]
    [InlineData("""{"_id":"","timestamp":"2026-03-01T14:30:00Z"}""", "/_id", XdmRule.Length)]
    [InlineData("""{"_id":"123456","timestamp":"2026-03-01T14:30:00Z"}""", "/_id", XdmRule.Length)]
    [InlineData("""{"_id":"1","timestamp":"2026-03-01T14:30:00Z","_acme":{"userId":"x"}}""", "/_acme/userId", XdmRule.Pattern)]
    [InlineData("""{"_id":"1","timestamp":"2026-03-01T14:30:00Z","_acme":{"userId":"1","mail":"nobody"}}""", "/_acme/mail", XdmRule.Format)]
    [InlineData(
        """{"_id":"1","timestamp":"2026-03-01T14:30:00Z","_acme":{"userId":"1","page":"no page"}}""", "/_acme/page", XdmRule.Format)]
    public void Batches_do_not_check_how_a_text_is_written_and_streams_do(string record, string pointer, XdmRule rule)
    {
        Assert.Empty(Check(record, XdmValidationMode.Batch));
        Assert.Equal([(pointer, rule)], Check(record, XdmValidationMode.Streaming).Select(fault => (fault.Pointer, fault.Rule)));
    }

    [Theory]
    [InlineData("""{"userId":"1","visits":"12"}""")]
    [InlineData("""{"userId":7}""")]
    [InlineData("""{"userId":"1","born":1740832245000.0}""")]
    [InlineData("""{"userId":"1","score":null}""")]
    public void Batches_convert_what_streams_do_not(string fields)
    {
        Assert.Empty(Check(Event(fields), XdmValidationMode.Batch));
        Assert.Equal(XdmRule.Type, Assert.Single(Check(Event(fields), XdmValidationMode.Streaming)).Rule);
    }

    [Fact]
    public void A_stream_asks_for_the_zone()
    {
        const string Record = """{"_id":"1","timestamp":"2026-03-01T14:30:00"}""";
        Assert.Empty(Check(Record, XdmValidationMode.Batch));
        Assert.Equal("/timestamp: expected a date and time with zone such as 2026-03-01T14:30:00Z, found the text \"2026-03-01T14:30:00\"",
            Assert.Single(Check(Record, XdmValidationMode.Streaming)).ToString());
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        XdmValidationResult result = new XdmValidator(Fields).Validate("""{"_id":false,"x":1,"_acme":{"age":"old"}}"""u8.ToArray());
        Assert.Equal(["/timestamp", "/_id", "/x", "/_acme/userId", "/_acme/age"], result.Faults.Select(fault => fault.Pointer));
        var error = Assert.Throws<XdmValidationException>(result.ThrowIfInvalid);
        Assert.Contains("/_acme/age: expected a whole number (byte), found the text \"old\"", error.Message);
    }

    [Fact]
    public void A_member_that_stands_twice_is_a_fault()
    {
        XdmFault fault = Assert.Single(new XdmValidator(Fields).Validate("""{"a":{"b":1,"\u0062":2}}"""u8.ToArray()).Faults);
        Assert.Equal(XdmRule.Json, fault.Rule);
        Assert.Contains("'b'", fault.Found);
    }

    [Fact]
    public void What_is_no_json_is_a_fault()
    {
        XdmFault fault = Assert.Single(new XdmValidator(Fields).Validate("{ broken"u8.ToArray()).Faults);
        Assert.Equal(XdmRule.Json, fault.Rule);
    }

    [Fact]
    public void The_primary_identity_must_be_there()
    {
        var descriptor = new IdentityDescriptor
        {
            SourceSchema = Fields.SchemaId!,
            SourceProperty = "/_acme/mail",
            Namespace = "Email",
            IsPrimary = true
        };
        XdmFieldTree fields = XdmFieldTree.Parse(JsonElement.Parse(Schema), [descriptor]);
        XdmFault fault = Assert.Single(new XdmValidator(fields).Validate(Encoding.UTF8.GetBytes(Event("""{"userId":"1"}"""))).Faults);
        Assert.Equal("/_acme/mail", fault.Pointer);
        Assert.Contains("primary identity", fault.Expected);
        Assert.Empty(new XdmValidator(fields).Validate(Encoding.UTF8.GetBytes(Event("""{"userId":"1","mail":"a@b"}"""))).Faults);
    }

    [Fact]
    public void Patterns_that_cannot_be_read_are_told()
    {
        JsonElement schema = JsonElement.Parse("""{"title":"T","type":"object","properties":{"a":{"type":"string","pattern":"(?<"}}}""");
        Assert.Equal(["a"], new XdmValidator(XdmFieldTree.Parse(schema)).UncheckedPatterns);
    }

    [Fact]
    public void A_schema_that_only_refers_to_its_fields_is_no_measure()
    {
        JsonElement schema =
            JsonElement.Parse("""{"title":"T","type":"object","allOf":[{"$ref":"https://ns.adobe.com/xdm/context/profile"}]}""");
        Assert.Contains(
            "xdm/context/profile", Assert.Throws<ArgumentException>(() => new XdmValidator(XdmFieldTree.Parse(schema))).Message);
    }

    [Fact]
    public async Task A_sequence_stops_at_the_first_fault_or_leaves_it_out()
    {
        JsonElement[] records = [.. new[] { "1", "true", "3" }.Select(id => JsonElement.Parse($$"""{"_id":{{id}},"timestamp":0}"""))];
        var validator = new XdmValidator(Fields);
        var error = await Assert.ThrowsAsync<XdmValidationException>(
            async () => await validator.WhereValidAsync(records.ToAsyncEnumerable(), ValidationJson.Default.JsonElement).ToListAsync());
        Assert.Equal(2, error.RecordNumber);
        var invalid = new List<XdmInvalidRecord<JsonElement>>();
        Assert.Equal(
            2, await validator.WhereValidAsync(records.ToAsyncEnumerable(), ValidationJson.Default.JsonElement, invalid.Add).CountAsync());
        Assert.Equal(2, Assert.Single(invalid).Number);
    }

    private static string Event(string fields) => $$"""{"_id":"1","timestamp":"2026-03-01T14:30:00Z","_acme":{{fields}}}""";

    private static IReadOnlyList<XdmFault> Check(string record, XdmValidationMode mode) =>
        new XdmValidator(Fields, mode).Validate(Encoding.UTF8.GetBytes(record)).Faults;
}
