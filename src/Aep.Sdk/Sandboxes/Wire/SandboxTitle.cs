namespace Aep.Sdk.Sandboxes;

internal sealed record SandboxTitle(string Title);
