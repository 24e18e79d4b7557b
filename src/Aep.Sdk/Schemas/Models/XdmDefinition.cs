using System.Text.Json.Nodes;

namespace Aep.Sdk.Schemas;

/// <summary>What every resource to create has.</summary>
/// <param name="Title">Title; get-or-create finds the resource by it.</param>
public abstract record XdmDefinition(string Title)
{
    /// <summary>Description.</summary>
    public string Description { get; init; } = "";

    /// <summary>True when the body needs the tenant's namespace.</summary>
    internal virtual bool HasCustomFields => false;

    /// <summary>The body of the request.</summary>
    /// <exception cref="ArgumentException">The definition is not complete.</exception>
    internal JsonObject ToBody(string tenantId)
    {
        if (string.IsNullOrWhiteSpace(Title))
            throw new ArgumentException("The title is empty.");
        JsonObject body = new() { ["type"] = "object", ["title"] = Title, ["description"] = Description };
        Fill(body, tenantId);
        return body;
    }

    private protected abstract void Fill(JsonObject body, string tenantId);

    internal static JsonObject Reference(string id) => string.IsNullOrWhiteSpace(id)
        ? throw new ArgumentException("A reference to a resource is empty.")
        : new JsonObject { ["$ref"] = id, ["type"] = "object", ["meta:xdmType"] = "object" };
}
