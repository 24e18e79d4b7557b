using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Ims;

namespace Aep.Sdk.Emulator.StreamingIngestion;

/// <summary>Who may send to an inlet, and how often.</summary>
internal sealed class InletAccess(AccessTokens tokens, TimeProvider time)
{
    /// <summary>Synchronous validation is for development: so many requests a minute and inlet.</summary>
    public const int SyncValidationsPerMinute = 60;

    private const string Bearer = "Bearer ";

    private readonly RequestRate _validations = new(SyncValidationsPerMinute, time);

    public void CheckToken(Inlet inlet, string authorization)
    {
        if (!inlet.RequiresToken)
            return;
        if (authorization.Length == 0)
            throw StreamingErrors.Unauthorized(inlet.Id);
        if (!authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            || !tokens.TryValidate(authorization[Bearer.Length..], out _))
            throw StreamingErrors.Forbidden(inlet.Id);
    }

    public void CountValidation(Inlet inlet)
    {
        if (!_validations.TryCount(inlet.Id))
            throw StreamingErrors.TooManyValidations(inlet.Id);
    }
}
