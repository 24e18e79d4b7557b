using System.Text.Json.Nodes;

namespace Aep.Sdk.Mappings;

/// <summary>
/// A mapping set to create: <c>MappingSetDefinition.ForSchema(schemaId).Map("prediction").To($"_{tenantId}.propensity")</c>.
/// Each call returns a new definition.
/// </summary>
public sealed record MappingSetDefinition
{
    private MappingSetDefinition()
    {
    }

    /// <summary>The target schema's <c>$id</c>; null when <see cref="OutputJsonSchema"/> describes the target.</summary>
    public string? OutputSchemaId { get; private init; }

    /// <summary>The source schema's <c>$id</c>; null for files.</summary>
    public string? InputSchemaId { get; init; }

    /// <summary>The target as a JSON Schema, for exports to files.</summary>
    public JsonObject? OutputJsonSchema { get; private init; }

    /// <summary>Its name; need not be unique.</summary>
    public string? Name { get; init; }

    /// <summary>The fields.</summary>
    public IReadOnlyList<Mapping> Mappings { get; private init; } = [];

    /// <summary>A mapping to an XDM schema.</summary>
    /// <param name="schemaId">The target schema's <c>$id</c>.</param>
    public static MappingSetDefinition ForSchema(string schemaId)
    {
        ArgumentException.ThrowIfNullOrEmpty(schemaId);
        return new MappingSetDefinition { OutputSchemaId = schemaId };
    }

    /// <summary>A mapping to a target that has no XDM schema, such as the columns of a file.</summary>
    /// <param name="jsonSchema">The target's JSON Schema.</param>
    public static MappingSetDefinition ForJsonSchema(JsonObject jsonSchema)
    {
        ArgumentNullException.ThrowIfNull(jsonSchema);
        return new MappingSetDefinition { OutputJsonSchema = jsonSchema };
    }

    /// <summary>Adds a source attribute.</summary>
    /// <param name="source">The column or field of the source.</param>
    /// <param name="destination">The path in the target.</param>
    public MappingSetDefinition Attribute(string source, string destination) => With(source, destination, MappingSourceType.Attribute);

    /// <summary>Adds an expression of Data Prep's language, for example <c>to_decimal(prediction)</c>.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="destination">The path in the target.</param>
    public MappingSetDefinition Expression(string expression, string destination) =>
        With(expression, destination, MappingSourceType.Expression);

    /// <summary>Begins a mapping from a source attribute.</summary>
    /// <param name="source">The column or field of the source.</param>
    public MappingSource Map(string source) => new(this, source, MappingSourceType.Attribute);

    /// <summary>Begins a mapping from an expression of Data Prep's language, for example <c>to_decimal(prediction)</c>.</summary>
    /// <param name="expression">The expression.</param>
    public MappingSource MapExpression(string expression) => new(this, expression, MappingSourceType.Expression);

    /// <summary>Begins a mapping from a constant.</summary>
    /// <param name="value">The constant.</param>
    public MappingSource MapConstant(string value) => new(this, value, MappingSourceType.Static);

    internal MappingSetDefinition With(string source, string destination, MappingSourceType type)
    {
        ArgumentException.ThrowIfNullOrEmpty(source);
        ArgumentException.ThrowIfNullOrEmpty(destination);
        return this with { Mappings = [.. Mappings, new Mapping(source, destination, type)] };
    }
}
