namespace Aep.Sdk.Emulator.Catalog;

/// <summary>
/// <c>Pragma: validate-only</c>: a creation or a replacement is checked, and nothing is kept. After
/// https://experienceleague.adobe.com/en/docs/experience-platform/catalog/api/appendix.
/// </summary>
internal static class ValidateOnly
{
    public static bool IsAsked(HttpRequest request) =>
        request.Headers.Pragma.Any(value => "validate-only".Equals(value?.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>What would have been made is fine; it has no id.</summary>
    public static IResult Fine() => Results.Json(new System.Text.Json.Nodes.JsonArray());
}
