using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.DestinationAuthoring;

/// <summary>A part of a destination: its path, what makes it wrong, and whether a single one stands in a list when it is read.</summary>
internal sealed record AuthoringKind(string Path, Action<Sandbox, JsonObject> Check, bool IsListed = false)
{
    public static AuthoringKind Destinations { get; } = new("destinations", DestinationRules.Check, IsListed: true);
    public static AuthoringKind Servers { get; } = new("destination-servers", ServerRules.Check);
    public static AuthoringKind AudienceTemplates { get; } = new("audience-templates", AudienceTemplateRules.Check);
    public static AuthoringKind Credentials { get; } = new("credentials", CredentialRules.Check);

    public static IReadOnlyList<AuthoringKind> All { get; } = [Destinations, Servers, AudienceTemplates, Credentials];

    /// <summary>Where the documents are kept.</summary>
    public string Collection => "authoring-" + Path;
}
