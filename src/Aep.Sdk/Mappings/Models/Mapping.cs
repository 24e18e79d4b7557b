namespace Aep.Sdk.Mappings;

/// <summary>One field of a mapping set: a source and the XDM path it goes to.</summary>
/// <param name="Source">The source attribute, expression or constant.</param>
/// <param name="Destination">The path in the target schema, for example <c>_acme.propensity</c>.</param>
/// <param name="SourceType">How <paramref name="Source"/> is read.</param>
public sealed record Mapping(string Source, string Destination, MappingSourceType SourceType);
