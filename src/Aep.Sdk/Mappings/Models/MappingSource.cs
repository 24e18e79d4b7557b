namespace Aep.Sdk.Mappings;

/// <summary>The source of a mapping that waits for its destination: <c>definition.Map("prediction").To("_acme.propensity")</c>.</summary>
public readonly struct MappingSource
{
    private readonly MappingSetDefinition _definition;
    private readonly string _source;
    private readonly MappingSourceType _type;

    internal MappingSource(MappingSetDefinition definition, string source, MappingSourceType type) =>
        (_definition, _source, _type) = (definition, source, type);

    /// <summary>The path in the target. Returns the definition with this mapping added.</summary>
    /// <param name="destination">The path, for example <c>_acme.propensity</c>.</param>
    public MappingSetDefinition To(string destination) => _definition.With(_source, destination, _type);
}
