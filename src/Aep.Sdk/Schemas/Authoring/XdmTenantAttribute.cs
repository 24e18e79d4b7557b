namespace Aep.Sdk.Schemas;

/// <summary>
/// The property is the object of the organisation's own fields, <c>_{tenantId}</c>, in a type that stands for a whole event or record. The
/// other properties of that type belong to the class and to field groups of Adobe's. In a type without it every property is a field of
/// one's own.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class XdmTenantAttribute : Attribute;
