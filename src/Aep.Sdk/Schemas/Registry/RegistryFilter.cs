namespace Aep.Sdk.Schemas;

/// <summary>A condition on a property of a resource.</summary>
/// <param name="Property">Name of the property: <c>title</c>, <c>version</c>, <c>meta:class</c>.</param>
/// <param name="Operator">
/// <c>==</c>, <c>!=</c>, <c>&lt;</c>, <c>&gt;</c>, <c>&lt;=</c> or <c>&gt;=</c>; empty when the property only has to be there.
/// </param>
/// <param name="Value">What it is compared with.</param>
public sealed record RegistryFilter(string Property, string Operator, string Value)
{
    /// <summary>The property has the value.</summary>
    public static RegistryFilter Equal(string property, string value) => new(property, "==", value);

    /// <summary>The property has another value.</summary>
    public static RegistryFilter NotEqual(string property, string value) => new(property, "!=", value);

    /// <summary>The property is there.</summary>
    public static RegistryFilter Has(string property) => new(property, "", "");

    /// <summary>The condition as the registry reads it.</summary>
    public override string ToString() => Property + Operator + Value;
}
