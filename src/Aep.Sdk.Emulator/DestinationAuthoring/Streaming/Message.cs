using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.DestinationAuthoring.Templates;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.DestinationAuthoring.Streaming;

/// <summary>A request to the partner's server, made of the server's templates.</summary>
internal sealed record Message(
    string Method, Uri Address, IReadOnlyList<KeyValuePair<string, string>> Headers, string ContentType, string? Body)
{
    /// <exception cref="ApiException">
    /// 400: a template cannot be rendered, or the address is none, or it is on another machine: this platform sends nothing there.
    /// </exception>
    public static Message Of(JsonObject server, IReadOnlyDictionary<string, object?> context)
    {
        JsonObject template = server["httpTemplate"]!.AsObject();
        return new Message(
            (string)template["httpMethod"]!,
            AddressOf(Text(server["urlBasedDestination"]!["url"]!, "urlBasedDestination.url.value", context)),
            [.. (template["headers"] as JsonArray ?? []).Select(header => HeaderOf(header!, context))],
            (string?)template["contentType"] ?? "application/json",
            template["requestBody"] is { } body ? Text(body, "httpTemplate.requestBody.value", context) : null);
    }

    /// <summary>The message as the answer of a test shows it.</summary>
    public JsonObject ToJson() => new()
    {
        ["body"] = Body ?? "",
        ["headers"] = new JsonArray([.. Headers.Append(KeyValuePair.Create("Content-Type", ContentType))
            .Select(header => new JsonObject { [header.Key] = header.Value })]),
        ["method"] = Method,
        ["uri"] = Address.ToString(),
    };

    private static KeyValuePair<string, string> HeaderOf(JsonNode header, IReadOnlyDictionary<string, object?> context)
    {
        string name = (string?)header["header"] ?? throw AuthoringErrors.Invalid("httpTemplate.headers: a header has no name (header).");
        string value = Text(header["value"]!, $"httpTemplate.headers.{name}.value", context);
        return value.AsSpan().IndexOfAny('\r', '\n') < 0
            ? KeyValuePair.Create(name, value)
            : throw AuthoringErrors.Invalid($"httpTemplate.headers.{name}.value: a header is one line.");
    }

    private static Uri AddressOf(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https"))
            throw AuthoringErrors.Invalid($"urlBasedDestination.url.value: '{text}' is no address of a server.");
        return address.IsLoopback ? address : throw AuthoringErrors.Invalid(
            $"urlBasedDestination.url.value: the local platform sends messages to this machine only, not to {address.Host}. "
            + "Take an address such as http://localhost:8080.");
    }

    private static string Text(JsonNode node, string what, IReadOnlyDictionary<string, object?> context)
    {
        string value = node["value"]!.ToString();
        return (string?)node["templatingStrategy"] == BodyRules.Pebble ? Template.Render(value, what, context) : value;
    }
}
