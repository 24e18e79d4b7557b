namespace Aep.Sdk.Governance;

internal sealed record MarketingActionBody(string Name, string? Description);
