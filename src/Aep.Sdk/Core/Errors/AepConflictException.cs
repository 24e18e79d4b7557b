namespace Aep.Sdk;

/// <summary>The request collides with the current state (409 or 412).</summary>
public sealed class AepConflictException(AepErrorDetails details) : AepRequestException(details);
