using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Aep.Sdk.Schemas;

/// <summary>Types that serve every organisation: their tenant's name comes in when the program runs.</summary>
public static class XdmTenantNames
{
    /// <summary>
    /// The same type with <c>_{tenantId}</c> as the name of its <see cref="XdmTenantAttribute"/> member, for rows that are written or read:
    /// <c>MyJson.Default.WebEvent.ForTenant(tenantId)</c>.
    /// </summary>
    /// <typeparam name="T">A type that stands for a whole event or record.</typeparam>
    /// <param name="type">Its metadata, from a source-generated context.</param>
    /// <param name="tenantId">The tenant id, see <see cref="SchemasClient.GetTenantIdAsync"/>.</param>
    /// <exception cref="ArgumentException">The type has no such member.</exception>
    public static JsonTypeInfo<T> ForTenant<T>(this JsonTypeInfo<T> type, string tenantId)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentException.ThrowIfNullOrEmpty(tenantId);
        if (Member(type) is null)
            throw new ArgumentException($"{typeof(T).Name} has no property with the attribute [XdmTenant].", nameof(type));
        var options = new JsonSerializerOptions(type.Options)
        {
            TypeInfoResolver = type.Options.TypeInfoResolver?.WithAddedModifier(found => Name(found, $"_{tenantId}")),
        };
        return (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
    }

    private static void Name(JsonTypeInfo type, string name)
    {
        if (Member(type) is { } member)
            member.Name = name;
    }

    private static JsonPropertyInfo? Member(JsonTypeInfo type) =>
        type.Properties.FirstOrDefault(property => new XdmAttributes(property).Has<XdmTenantAttribute>());
}
