using System.Text.Json.Nodes;

namespace Aep.Sdk.Destinations;

/// <summary>The credentials of a base connection. A class, not a record: a record would print them.</summary>
internal sealed class StorageAuth(string specName, string account, params (string Name, string Value)[] parameters)
{
    /// <summary>Whose they are; no secret.</summary>
    public string Account { get; } = account;

    public JsonObject ToJson()
    {
        var values = new JsonObject();
        foreach ((string name, string value) in parameters) values[name] = value;
        return new JsonObject { ["specName"] = specName, ["params"] = values };
    }
}
