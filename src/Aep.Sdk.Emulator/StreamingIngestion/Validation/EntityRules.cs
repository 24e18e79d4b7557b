using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.StreamingIngestion.Validation;

/// <summary>What a schema asks of an entity.</summary>
internal sealed class EntityRules
{
    private EntityRules(XdmSchema schema, IReadOnlyList<IdentityDescriptor> identities)
    {
        Row = FieldRule.ForRow(schema);
        PrimaryIdentity = identities.FirstOrDefault(identity => identity.IsPrimary)?.Path.Split('.');
    }

    public FieldRule Row { get; }

    /// <summary>The path of the primary identity, which is required wherever it stands; null if the schema has none.</summary>
    public string[]? PrimaryIdentity { get; }

    public static EntityRules For(XdmSchema schema, IReadOnlyList<IdentityDescriptor> identities) => new(schema, identities);
}
