using Aep.Sdk.Core.Errors;

namespace Aep.Sdk;

/// <summary>
/// The credential is known but not allowed to do this (403). An administrator grants permissions in Experience Platform under Permissions,
/// in a role that has the API credential of the Developer Console project.
/// </summary>
public sealed class AepPermissionException(AepErrorDetails details) : AepRequestException(details)
{
    /// <summary>
    /// The permission that such a request needs, as the Permissions UI names it; null where it is not known, or where the gateway refused
    /// the key, the organisation or the sandbox.
    /// </summary>
    public string? NeededPermission { get; } = PermissionHint.For(details);

    /// <inheritdoc/>
    public override string Message => NeededPermission is null
        ? base.Message
        : $"{base.Message} Such a request needs the permission “{NeededPermission}” in this sandbox. {WhereToGrant}";

    internal const string WhereToGrant =
        "An administrator grants it in Experience Platform under Permissions, in a role that has the API credential.";
}
