using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.FlowService;

/// <summary>
/// By what the persons in a file of an audience are deduplicated: up to two attributes, or the identities of one namespace.
/// </summary>
/// <param name="Attributes">The paths of the attributes.</param>
/// <param name="IdentityNamespace">The namespace; null when identities do not matter.</param>
internal sealed record DeduplicationKeys(IReadOnlyList<string> Attributes, string? IdentityNamespace)
{
    private const int MostAttributes = 2;

    /// <summary>False when nobody is left out.</summary>
    public bool Any => Attributes.Count > 0 || IdentityNamespace is not null;

    /// <summary>Reads <c>primaryFields</c>, which stand among the parameters or, in older flows, among the profile selectors.</summary>
    /// <exception cref="Gateway.ApiException">400: keys that are not possible.</exception>
    public static DeduplicationKeys Of(JsonNode? parameters)
    {
        JsonNode?[] fields = [.. Fields(parameters, "primaryFields")];
        string[] attributes = [.. fields.Where(field => TypeOf(field) == "ATTRIBUTE").Select(field => Text(field, "attributePath"))];
        string[] namespaces = [.. fields.Where(field => TypeOf(field) == "IDENTITY").Select(field => Text(field, "identityNamespace"))];
        if (attributes.Length + namespaces.Length < fields.Length)
            throw FlowErrors.Invalid("primaryFields: each has the fieldType ATTRIBUTE or IDENTITY.");
        if (attributes.Length > MostAttributes || namespaces.Length > 1 || (attributes.Length > 0 && namespaces.Length > 0))
            throw FlowErrors.Invalid("primaryFields: the key is one identity namespace, or up to two attributes, not both.");
        return new DeduplicationKeys(attributes, namespaces.FirstOrDefault());
    }

    /// <summary>A list of fields, which stands among the parameters or, in older flows, among the profile selectors.</summary>
    public static IEnumerable<JsonNode?> Fields(JsonNode? parameters, string member) =>
        parameters?[member] as JsonArray ?? parameters?["profileSelectors"]?[member] as JsonArray ?? [];

    private static string? TypeOf(JsonNode? field) => (string?)field?["fieldType"];

    private static string Text(JsonNode? field, string member) =>
        (string?)field?[member] ?? throw FlowErrors.Invalid($"primaryFields: a field of the type {TypeOf(field)} has no {member}.");
}
