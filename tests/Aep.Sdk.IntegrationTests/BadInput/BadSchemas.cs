using System.Text.Json.Nodes;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.IntegrationTests.BadInput;

/// <summary>Schemas, field groups and descriptors.</summary>
internal static class BadSchemas
{
    public static IReadOnlyList<BadCase> All { get; } =
    [
        Group("a type that XDM does not have", """{"a":{"type":"text"}}""", "_aeplocal.a"),
        Group("a name with a space", """{"my field":{"type":"string"}}""", "my field"),
        Group("a minimum above the maximum", """{"a":{"type":"number","minimum":2,"maximum":1}}""", "the minimum 2"),
        Group("a required member that is not there", """{"a":{"type":"object","properties":{"b":{"type":"string"}},"required":["c"]}}""",
            "_aeplocal.a.c"),
        new("schema", "a class that does not exist", "exactly one class", world =>
            world.Aep.Schemas.CreateAsync(new SchemaDefinition("Bad", "https://ns.adobe.com/xdm/context/nowhere", []))),
        new("schema", "a field group of another class", "experienceevent-web", world =>
            world.Aep.Schemas.CreateAsync(new SchemaDefinition("Bad", XdmClasses.IndividualProfile, [XdmFieldGroups.Web]))),
        new("schema", "in Profile without a primary identity", "identity",
            world => world.Aep.Schemas.EnableForProfileAsync(world.Dataset.SchemaRef!.Id)),
        new("schema", "a change that data would not survive", "_aeplocal.visits", world => world.Aep.Schemas.ApplyAsync(new XdmSchema(
            "Bad input", XdmClasses.ExperienceEvent,
            new FieldGroupDefinition(
                "Bad input fields", JsonNode.Parse("""{"visits":{"type":"string"}}""")!.AsObject(), [XdmClasses.ExperienceEvent])))),
        new("descriptor", "of a field that does not exist", "/_aeplocal/none",
            world => world.Aep.Schemas.Descriptors.CreateAsync(new IdentityDescriptor
        {
            SourceSchema = world.Dataset.SchemaRef!.Id,
            SourceProperty = "/_aeplocal/none",
            Namespace = "Email",
        })),
    ];

    private static BadCase Group(string fault, string fields, string says) => new("field group", fault, says, world =>
        world.Aep.Schemas.FieldGroups.CreateAsync(
            new FieldGroupDefinition("Bad", JsonNode.Parse(fields)!.AsObject(), [XdmClasses.ExperienceEvent])));
}
