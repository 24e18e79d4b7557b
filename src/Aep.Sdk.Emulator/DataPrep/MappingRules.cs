using System.Text.Json;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.DataPrep.Expressions;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.DataPrep;

/// <summary>What makes a mapping wrong.</summary>
internal sealed class MappingRules(SchemaRegistryService registry)
{
    /// <summary>The mappings of a set, each with what is wrong with it, or null.</summary>
    /// <exception cref="ApiException">400: the set has no mappings or no output schema.</exception>
    public IReadOnlyList<(Mapping Mapping, string? Fault)> Judge(Sandbox sandbox, JsonObject set)
    {
        Func<string, bool> isDestination = Destinations(sandbox, set["outputSchema"]);
        if (set["mappings"] is not JsonArray { Count: > 0 })
            throw DataPrepErrors.Invalid("mappings is missing.");
        Func<string, bool> isSource = Sources(sandbox, set["inputSchema"]);
        IReadOnlyList<Mapping> mappings = Mapping.Of(set);
        string? twice = set["outputSchema"]?["jsonSchema"] is null ? null : mappings.Select(mapping => mapping.Destination).Twice();
        return [.. mappings.Select(mapping => (mapping, mapping.Destination == twice
            ? $"The column {mapping.Destination} stands twice: one mapping fills it."
            : FaultOf(mapping, isSource, isDestination)))];
    }

    private static string? FaultOf(Mapping mapping, Func<string, bool> isSource, Func<string, bool> isDestination)
    {
        if (mapping.Source.Length == 0 || mapping.Destination.Length == 0)
            return "A mapping needs source and destination.";
        if (!isDestination(mapping.Destination))
            return $"The destination {mapping.Destination} is no field of the output schema.";
        if (mapping.Type == Mapping.Attribute && !isSource(mapping.Source))
            return $"The source {mapping.Source} is no field of the input schema.";
        try
        {
            MappingProgram.Compile(mapping);
            return null;
        }
        catch (ExpressionException exception)
        {
            return $"The source of {mapping.Destination} cannot be read: {exception.Message}";
        }
    }

    // Most sets say nothing of their input: the columns of files are known when files come.
    private Func<string, bool> Sources(Sandbox sandbox, JsonNode? inputSchema)
    {
        if ((string?)inputSchema?["schemaRef"]?["id"] is not { } schemaId)
            return _ => true;
        XdmSchema schema = registry.Resolve(sandbox, schemaId)
            ?? throw DataPrepErrors.Invalid($"The input schema {schemaId} does not exist.");
        return path => InputFields.Has(schema, path);
    }

    // The output is a schema of the registry or, for files, a JSON schema that comes along.
    private Func<string, bool> Destinations(Sandbox sandbox, JsonNode? outputSchema)
    {
        if (outputSchema?["jsonSchema"] is { } jsonSchema)
        {
            JsonObject columns = JsonSchema(jsonSchema)["properties"] as JsonObject
                ?? throw DataPrepErrors.Invalid("outputSchema.jsonSchema has no properties.");
            return columns.ContainsKey;
        }
        string schemaId = (string?)outputSchema?["schemaRef"]?["id"]
            ?? throw DataPrepErrors.Invalid("outputSchema needs schemaRef.id or jsonSchema.");
        XdmSchema schema = registry.Resolve(sandbox, schemaId)
            ?? throw DataPrepErrors.Invalid($"The output schema {schemaId} does not exist.");
        return path => schema.Find(path) is not null;
    }

    // Sent as an object or as its text.
    private static JsonObject JsonSchema(JsonNode node)
    {
        try
        {
            return (node is JsonValue text && text.TryGetValue(out string? json) ? JsonNode.Parse(json) : node) as JsonObject
                ?? throw DataPrepErrors.Invalid("outputSchema.jsonSchema must be an object.");
        }
        catch (JsonException)
        {
            throw DataPrepErrors.Invalid("outputSchema.jsonSchema must be an object or its text.");
        }
    }
}
