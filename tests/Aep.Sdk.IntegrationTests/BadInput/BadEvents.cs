using Aep.Sdk.Ingestion;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.IntegrationTests.BadInput;

/// <summary>Events, ingested as rows of a batch beside one that fits.</summary>
internal static class BadEvents
{
    public static IReadOnlyList<BadCase> All { get; } =
    [
        Root("a required member is missing", """{"_id":null}""", "_id"),
        Root("a time that is none", """{"timestamp":"yesterday"}""", "timestamp"),
        Root("a member that the schema does not have", """{"colour":"red"}""", "colour"),
        Root("a field of the organisation outside of its namespace", """{"userId":"7"}""", "userId"),
        Root("a text in place of the tenant's object", """{"_aeplocal":"none"}""", "_aeplocal"),
        Field("a text where a number is meant", """{"visits":"many"}""", "visits"),
        Field("a number beyond the maximum", """{"score":2}""", "score"),
        Field("a number that is too large for its type", """{"visits":3000000000}""", "visits"),
        Field("a value that is none of those allowed", """{"plan":"gold"}""", "plan"),
        Field("a boolean as text", """{"member":"yes"}""", "member"),
        Field("a list where a text is meant", """{"userId":["7"]}""", "userId"),
        Field("an object where a list is meant", """{"tags":{"a":1}}""", "tags"),
        Field("a map with a value of another type", """{"counters":{"a":"many"}}""", "counters"),
        Field("an element of a list without its required member", """{"items":[{"price":1}]}""", "sku"),
        new("event", "no event at all", "Row 2 is null", world => world.IngestAsync(null)),
        new("event", "larger than a file may be", "MaxFileBytes",
            world => world.IngestAsync(BadWorld.Event(), new IngestionOptions { MaxFileBytes = 20 })),
        Checked("a text that does not match its pattern", """{"userId":"seven"}""", "/_aeplocal/userId"),
        Checked("an address that is none", """{"mail":"nobody"}""", "/_aeplocal/mail"),
    ];

    private static BadCase Root(string fault, string members, string says) =>
        new("event", fault, says, world => world.IngestAsync(BadWorld.Event(members)));

    private static BadCase Field(string fault, string fields, string says) =>
        new("event", fault, says, world => world.IngestAsync(BadWorld.Event("{}", fields)));

    private static BadCase Checked(string fault, string fields, string says) => new("event, checked first", fault, says, async world =>
    {
        XdmValidator validator = await world.Aep.Schemas.GetValidatorAsync(world.Dataset.SchemaRef!.Id, XdmValidationMode.Streaming);
        await world.IngestAsync(BadWorld.Event("{}", fields), new IngestionOptions { Validator = validator });
    });
}
