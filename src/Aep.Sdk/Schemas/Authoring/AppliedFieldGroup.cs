namespace Aep.Sdk.Schemas;

/// <summary>A field group that the registry was brought to.</summary>
/// <param name="FieldGroup">The field group as it is now.</param>
/// <param name="Changes">What was changed in one that was there before; empty when it was new, or the same.</param>
public sealed record AppliedFieldGroup(FieldGroup FieldGroup, XdmComparison Changes);
