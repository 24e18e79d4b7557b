namespace Aep.Sdk.Schemas;

/// <summary>A schema that the registry was brought to.</summary>
/// <param name="Schema">The schema as it is now.</param>
/// <param name="FieldGroup">Its own field group as it is now.</param>
/// <param name="Changes">What was changed in a field group that was there before; empty when it was new, or the same.</param>
public sealed record AppliedSchema(Schema Schema, FieldGroup FieldGroup, XdmComparison Changes);
