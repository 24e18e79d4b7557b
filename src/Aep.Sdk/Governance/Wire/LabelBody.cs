namespace Aep.Sdk.Governance;

internal sealed record LabelBody(string Name, string Category, string FriendlyName, string? Description);
