using System.Security.Cryptography;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>The two ids of a resource: the URI <c>$id</c> and its dotted form <c>meta:altId</c>.</summary>
internal static class ResourceIds
{
    private const string Base = "https://ns.adobe.com/";

    public static string New(string tenantId, ResourceType type) =>
        $"{Base}{tenantId}/{type.Noun}/{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24))}";

    public static string ToAltId(string id) => "_" + id[Base.Length..].Replace('/', '.');

    /// <summary>The <c>$id</c> for whichever of the two is given.</summary>
    public static string ToId(string idOrAltId) => idOrAltId.StartsWith('_') ? Base + idOrAltId[1..].Replace('.', '/') : idOrAltId;
}
