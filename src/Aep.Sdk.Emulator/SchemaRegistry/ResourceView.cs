namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>How much of a resource is shown.</summary>
/// <param name="Full">References resolved.</param>
/// <param name="WithoutText">No titles and descriptions.</param>
/// <param name="WithDescriptors">With the schema's descriptors.</param>
/// <param name="Flat">Fields in one list by their paths.</param>
/// <param name="WithDeprecation">Deprecated fields say that they are.</param>
internal sealed record ResourceView(bool Full, bool WithoutText, bool WithDescriptors, bool Flat, bool WithDeprecation);
