namespace Aep.Sdk;

/// <summary>
/// The credential is known but not allowed to do this (403). An administrator grants permissions in Experience Platform under Permissions,
/// in a role that has the API credential of the Developer Console project.
/// </summary>
public sealed class AepPermissionException(AepErrorDetails details) : AepRequestException(details);
