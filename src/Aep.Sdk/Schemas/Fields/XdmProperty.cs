using System.Text.Json;

namespace Aep.Sdk.Schemas;

/// <summary>A member of an object's definition.</summary>
internal sealed record XdmProperty(string Name, JsonElement Definition, string Location, bool Required);
