namespace Aep.Sdk.Emulator.DestinationAuthoring.Messages;

/// <summary>An audience, and the status of its persons where that matters.</summary>
internal sealed record AudienceKey(string Namespace, string Id, string? Status);
