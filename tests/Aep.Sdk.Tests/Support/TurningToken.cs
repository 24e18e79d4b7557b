using Aep.Sdk.Core.Authentication;

namespace Aep.Sdk.Tests.Support;

/// <summary>A token that a test changes, or that changes when it is rejected.</summary>
internal sealed class TurningToken : ITokenSource
{
    private int _number;

    public void Turn() => _number++;

    public ValueTask<AccessToken> GetTokenAsync(AccessToken? rejected, CancellationToken cancellationToken)
    {
        if (rejected is not null && rejected == Current) Turn();
        return ValueTask.FromResult(Current);
    }

    private AccessToken Current => new(new Secret($"token-{_number}"), DateTimeOffset.MaxValue);
}
