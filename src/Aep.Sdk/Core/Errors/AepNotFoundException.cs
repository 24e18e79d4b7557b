namespace Aep.Sdk;

/// <summary>What was asked for does not exist (404).</summary>
public sealed class AepNotFoundException(AepErrorDetails details) : AepRequestException(details);
