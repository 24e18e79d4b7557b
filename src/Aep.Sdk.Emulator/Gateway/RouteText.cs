namespace Aep.Sdk.Emulator.Gateway;

internal static class RouteText
{
    /// <summary>Kestrel decodes route values except for <c>%2F</c>, which schema ids (URIs) are full of.</summary>
    public static string Decode(string routeValue) => routeValue.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
