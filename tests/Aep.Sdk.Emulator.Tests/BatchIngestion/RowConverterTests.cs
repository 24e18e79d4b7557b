using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.BatchIngestion;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.Tests.BatchIngestion;

public sealed class RowConverterTests
{
    private static readonly XdmSchema Schema = new("s", "s", "c", false, false, XdmFieldReader.ReadFields(JsonNode.Parse("""
        {
          "type": "object",
          "required": ["id"],
          "properties": {
            "id": { "type": "string" },
            "größe": { "type": "number", "minimum": 0 },
            "count": { "type": "integer" },
            "at": { "type": "string", "format": "date-time" },
            "day": { "type": "string", "format": "date" },
            "flag": { "type": "boolean" },
            "open": { "type": "object" },
            "people": { "type": "array", "items": { "type": "object", "required": ["name"],
              "properties": { "name": { "type": "string", "enum": ["a", "b"] }, "ages": { "type": "array", "items": { "type": "integer" } } } } },
            "words": { "type": "object", "additionalProperties": { "type": "string" }, "meta:xdmType": "map" }
          }
        }
        """)!.AsObject()));

    [Theory]
    [InlineData("""{"id":"a"}""", """{"id":"a"}""")]
    [InlineData("""{ "flag" : null , "id" : "a" }""", """{"id":"a"}""")]
    [InlineData("""{"\u0069d":"\u00e9\n\ud83d\ude00<","größe":1.50}""", """{"id":"é\n😀<","größe":1.50}""")]
    [InlineData("""{"id":12.0,"gr\u00f6\u00dfe":"2.5","count":"7"}""", """{"id":"12.0","größe":2.5,"count":7}""")]
    [InlineData("""{"id":"a","count":3e2,"at":0,"day":86400000}""",
        """{"id":"a","count":300,"at":"1970-01-01T00:00:00.000000","day":"1970-01-02"}""")]
    [InlineData("""{"id":"a","open":{"b":[1, {"c":null}]}}""", """{"id":"a","open":"{\"b\":[1, {\"c\":null}]}"}""")]
    [InlineData("""{"id":"a","people":[{"name":"b","ages":[1,null]},null],"words":{"x y":"z","n":null}}""",
        """{"id":"a","people":[{"name":"b","ages":[1,null]},null],"words":{"x y":"z","n":null}}""")]
    public void A_row_that_fits_is_written_for_the_lake(string row, string expected)
    {
        Assert.Null(Convert(row, out string written));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(written)), written);
    }

    [Theory]
    [InlineData("2025-03-30T02:30:00+02:00", "2025-03-30T00:30:00.000000")]
    [InlineData("2025-10-26T02:30:00.1234567Z", "2025-10-26T02:30:00.123456")]
    [InlineData("2025-10-26T02:30:00.123456789-09:30", "2025-10-26T12:00:00.123456")]
    [InlineData("2025-10-26 02:30", "2025-10-26T02:30:00.000000")]
    [InlineData("2025-10-26T02:30:00+0100", "2025-10-26T01:30:00.000000")]
    [InlineData("0001-01-01T00:00:00", "0001-01-01T00:00:00.000000")]
    public void Times_are_utc_whatever_their_zone(string time, string expected)
    {
        Assert.Null(Convert($$"""{"id":"a","at":"{{time}}"}""", out string written));
        Assert.Equal(expected, (string?)JsonNode.Parse(written)!["at"]);
    }

    [Theory]
    [InlineData("""{"id":"a","people":[{"name":"a"},{"name":"c"}]}""", "INGEST-1556-400",
        "people[1].name has a value that the schema does not allow: \"c\"")]
    [InlineData("""{"id":"a","people":[{"name":"a","ages":[1,2.5]}]}""", "INGEST-1554-400", "people[0].ages[1] is not a valid int: 2.5")]
    [InlineData("""{"id":"a","people":[{"ages":[]}]}""", "INGEST-1555-400", "the required field people[0].name is missing")]
    [InlineData("""{"id":"a","people":[{"name":"a","x":{}}]}""", "INGEST-1553-400", "the schema has no field people[0].x")]
    [InlineData("""{"id":"a","words":{"k":{"deep":[1]}}}""", "INGEST-1554-400", "words[k] is not a valid string: {\"deep\":[1]}")]
    [InlineData("""{"id":"a","\u0069d":"b"}""", "INGEST-1401-400", "the row has the field id twice")]
    [InlineData("""{"id":"a","people":[{"name":"a","ages":null,"ages":[1]}]}""", "INGEST-1401-400", "the row has the field people[0].ages twice")]
    [InlineData("""{"id":"a","words":{"x":"1","y":"2","x":"3"}}""", "INGEST-1401-400", "the row has the field words[x] twice")]
    [InlineData("""{"id":null}""", "INGEST-1555-400", "the required field id is missing")]
    [InlineData("""{"id":"a","größe":-1}""", "INGEST-1556-400", "größe has a value that the schema does not allow: -1")]
    [InlineData("""{"id":"a","größe":1e999}""", "INGEST-1554-400", "größe is not a valid number: 1e999")]
    [InlineData("""{"id":"a","day":"2025-02-30"}""", "INGEST-1554-400", "day is not a valid date: \"2025-02-30\"")]
    [InlineData("""{"id":"a","at":"2025-03-01"}""", "INGEST-1554-400", "at is not a valid date-time: \"2025-03-01\"")]
    [InlineData("""{"id":"a","at":"2025-03-01T10:00:00.1234567890Z"}""", "INGEST-1554-400",
        "at is not a valid date-time: \"2025-03-01T10:00:00.1234567890Z\"")]
    [InlineData("""{"id":"a","flag":"true"}""", "INGEST-1554-400", "flag is not a valid boolean: \"true\"")]
    [InlineData("""[1]""", "INGEST-1401-400", "a row must be a JSON object")]
    public void A_row_that_does_not_fit_says_where(string row, string code, string message) =>
        Assert.Equal((code, message), (Convert(row, out _) is { } fault) ? (fault.Code.Code, fault.Message) : default);

    [Theory]
    [InlineData("")]
    [InlineData("""{"id":"a"} {}""")]
    [InlineData("""{"id":"a",}""")]
    [InlineData("""{"id":"a" """)]
    [InlineData("""{"id":"\ud83d"}""")]
    [InlineData("""{"\ud83d":"a"}""")]
    public void What_is_no_json_is_no_row(string row) => Assert.ThrowsAny<JsonException>(() => Convert(row, out _));

    [Fact]
    public void Bytes_that_are_no_utf8_are_no_row() =>
        Assert.ThrowsAny<JsonException>(() => Convert([.. """{"id":"""u8, (byte)'"', 0xC3, 0x28, (byte)'"', (byte)'}'], out _));

    [Theory]
    [InlineData("""{"id":"a"}""", true)]
    [InlineData("""{"id":7}""", true)]
    [InlineData("""{"id":""}""", false)]
    public void The_primary_identity_is_filled(string row, bool fits)
    {
        var identity = new IdentityDescriptor("d", "s", "id", "Email", IsPrimary: true);
        RowFault? fault =
            new RowConverter(Schema, [identity]).Convert(Encoding.UTF8.GetBytes(row), new Utf8JsonWriter(new ArrayBufferWriter<byte>()));
        Assert.Equal(fits ? null : "the primary identity id is missing", fault?.Message);
    }

    private static RowFault? Convert(string row, out string written) => Convert(Encoding.UTF8.GetBytes(row), out written);

    private static RowFault? Convert(byte[] row, out string written)
    {
        var line = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(line);
        RowFault? fault = new RowConverter(Schema, []).Convert(row, writer);
        writer.Flush();
        written = Encoding.UTF8.GetString(line.WrittenSpan);
        return fault;
    }
}
