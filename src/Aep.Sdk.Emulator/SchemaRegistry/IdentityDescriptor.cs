namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>Says that a field of a schema is an identity.</summary>
/// <param name="Id">The <c>@id</c> of the descriptor.</param>
/// <param name="SchemaId">The <c>$id</c> of the schema.</param>
/// <param name="Path">The field, dotted: <c>_tenant.userid</c>.</param>
/// <param name="Namespace">Code of the identity namespace, for example <c>ECID</c>.</param>
/// <param name="IsPrimary">Whether it is the schema's primary identity.</param>
internal sealed record IdentityDescriptor(string Id, string SchemaId, string Path, string Namespace, bool IsPrimary);
