namespace Aep.Sdk.Destinations.Authoring;

internal sealed record RenderBody(string DestinationId, string Template, IReadOnlyList<SampleProfile>? Profiles);
