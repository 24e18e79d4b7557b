namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>What an operation demands of a token.</summary>
/// <param name="ResourceType">The resource that it is on: <c>c</c>, a container, or <c>o</c>, an object.</param>
/// <param name="Permissions">The permissions of which it needs one.</param>
internal sealed record SasDemand(char ResourceType, string Permissions);
