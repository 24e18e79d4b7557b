using System.Text.Json.Nodes;

namespace Aep.Sdk.Datasets;

/// <summary>One of several requests that go to the catalog together.</summary>
/// <param name="Id">
/// A name of your own, by which its answer is found. Later requests may use what it answers: <c>&lt;&lt;name.id&gt;&gt;</c>.
/// </param>
/// <param name="Method">GET, POST, PUT, PATCH or DELETE.</param>
/// <param name="Resource">The path behind <c>/data/foundation/catalog</c>, as <c>/dataSets/5ba9…</c>.</param>
public sealed record CatalogRequest(string Id, string Method, string Resource)
{
    /// <summary>The body, for POST, PUT and PATCH.</summary>
    public JsonObject? Body { get; init; }

    /// <summary>Headers of this request, for example <c>if-match</c>.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }
}
