using System.Text.Json.Nodes;

namespace Aep.Sdk.Schemas;

/// <summary>The XDM definitions of a C# type.</summary>
internal sealed record XdmTypeFields(JsonObject Properties, IReadOnlyList<string> Required, IReadOnlyList<XdmIdentity> Identities);
