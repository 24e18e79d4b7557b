namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>A field that identifies a person. <see cref="Path"/> is dotted: <c>_tenant.userid</c>.</summary>
internal sealed record IdentityDescriptor(string Id, string SchemaId, string Path, string Namespace, bool IsPrimary);
