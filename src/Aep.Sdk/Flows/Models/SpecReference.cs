namespace Aep.Sdk.Flows;

/// <summary>A connection or flow specification, by id and version.</summary>
/// <param name="Id">The specification's id, see <see cref="ConnectionSpecIds"/> and <see cref="FlowSpecIds"/>.</param>
/// <param name="Version">The specification's version; Adobe's are all at 1.0.</param>
public sealed record SpecReference(string Id, string? Version = "1.0");
