namespace Aep.Sdk.Schemas;

/// <summary>A behavior of Adobe's, which classes are built on: see <see cref="XdmBehaviors"/>.</summary>
public sealed record Behavior : XdmResource;
