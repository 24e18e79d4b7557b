namespace Aep.Sdk.Sandboxes;

internal sealed record ResetBody(string Action = "reset");
