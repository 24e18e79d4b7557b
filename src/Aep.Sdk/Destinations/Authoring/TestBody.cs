namespace Aep.Sdk.Destinations.Authoring;

internal sealed record TestBody(IReadOnlyList<SampleProfile> Profiles);
