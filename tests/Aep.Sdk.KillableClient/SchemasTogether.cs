using System.Text.Json.Nodes;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.KillableClient;

/// <summary>
/// A field group, a schema and descriptors that several want at the same moment. As a program: makes those of each title that it reads, a
/// line each, and answers with their ids.
/// </summary>
internal static class SchemasTogether
{
    public const string Command = "schemas-together";

    public static async Task RunAsync(AepClient aep)
    {
        await aep.Schemas.GetStatsAsync(); // so that nobody is late because it logs in first
        await Console.Out.WriteLineAsync("begun");
        while (await Console.In.ReadLineAsync() is { } title)
            await Console.Out.WriteLineAsync(await MakeAsync(aep.Schemas, title));
    }

    public static async Task<string> MakeAsync(SchemasClient schemas, string title)
    {
        var fields = new JsonObject { ["key"] = new JsonObject { ["type"] = "string", ["title"] = "Key" } };
        FieldGroup group =
            await schemas.FieldGroups.GetOrCreateAsync(new FieldGroupDefinition($"{title} fields", fields, [XdmClasses.IndividualProfile]));
        Schema schema = await schemas.GetOrCreateAsync(new SchemaDefinition(title, XdmClasses.IndividualProfile, [group.Id]));
        IdentityDescriptor identity = await schemas.Descriptors.GetOrCreateAsync(new IdentityDescriptor
        {
            SourceSchema = schema.Id,
            SourceProperty = "/_aeplocal/key",
            Namespace = "ECID",
            IsPrimary = true,
        });
        // Of those the registry takes as many as come: it is the clients that see to it that one stays.
        FriendlyNameDescriptor name = await schemas.Descriptors.GetOrCreateAsync(new FriendlyNameDescriptor
        {
            SourceSchema = schema.Id,
            SourceProperty = "/_aeplocal/key",
            Titles = new Dictionary<string, string> { ["en_us"] = "The key" },
        });
        return $"{group.Id} {schema.Id} {identity.Id} {name.Id}";
    }
}
