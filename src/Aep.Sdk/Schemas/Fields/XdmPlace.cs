using System.Text.Json;

namespace Aep.Sdk.Schemas;

/// <summary>A definition and where it stands: in an event (path) and in the document (location).</summary>
internal sealed record XdmPlace(JsonElement Definition, string Name, string Path, string Location, bool Required, bool Custom);
