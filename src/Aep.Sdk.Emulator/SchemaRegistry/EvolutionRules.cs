using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>
/// A schema that is in use (a dataset with data, Profile) may get new fields; it may not lose one, change its type or require more.
/// </summary>
internal static class EvolutionRules
{
    /// <param name="sandbox">Where.</param>
    /// <param name="changed">The resource after the change: a schema, or anything that schemas are made of.</param>
    /// <param name="after">A composer that sees the change.</param>
    public static void Check(Sandbox sandbox, JsonObject changed, SchemaComposer after)
    {
        SchemaComposer before = ResourceStore.Composer(sandbox);
        foreach (JsonObject schema in ResourceStore.Custom(sandbox, ResourceType.Schemas))
        {
            string id = (string)schema["$id"]!;
            if (!SchemaResolver.IsInUnion(schema) && !DatasetUse.Binds(sandbox, id))
                continue;
            JsonObject future = id == (string?)changed["$id"] ? changed : schema;
            Compare(SchemaResolver.Resolve(schema, before), SchemaResolver.Resolve(future, after));
        }
    }

    private static void Compare(XdmSchema before, XdmSchema after)
    {
        if (before.ClassId != after.ClassId)
            throw RegistryErrors.Invalid($"The class of the schema {before.Id} cannot be changed: the schema is in use.");
        IReadOnlyDictionary<string, XdmKind> now = XdmPaths.Kinds(after);
        foreach ((string path, XdmKind kind) in XdmPaths.Kinds(before))
        {
            if (!now.TryGetValue(path, out XdmKind other) || other != kind)
                throw RegistryErrors.Invalid(
                    $"The field {path} of the schema {before.Id} cannot be removed or changed: the schema is in use.");
        }
        CheckRequired(before.Id, "", before.Fields, after.Fields);
    }

    private static void CheckRequired(string schemaId, string prefix, IReadOnlyList<XdmField> before, IReadOnlyList<XdmField> after)
    {
        foreach (XdmField field in after)
        {
            XdmField? old = before.FirstOrDefault(other => other.Name == field.Name);
            if (field.Required && old?.Required != true)
                throw RegistryErrors.Invalid(
                    $"The field {prefix}{field.Name} of the schema {schemaId} cannot become required: the schema is in use.");
            if (old is not null)
                CheckRequired(schemaId, $"{prefix}{field.Name}.", old.Fields, field.Fields);
        }
    }
}
