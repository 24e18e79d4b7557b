using Aep.Sdk.Access;
using Aep.Sdk.Core.Authentication;
using Aep.Sdk.Sandboxes;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.Verification;

/// <summary>Checks a connection step by step. A step that fails is a finding, not an error: all of them are wanted at once.</summary>
internal sealed class ConnectionVerifier(
    ITokenSource tokens, AepOptions options, SandboxesClient sandboxes, SchemasClient schemas, AccessClient access)
{
    private readonly List<ConnectionCheck> _checks = [];
    private string? _tenantId;

    public async Task<ConnectionReport> VerifyAsync(CancellationToken cancellationToken)
    {
        bool hasToken = await CheckAsync("Access token", async () =>
        {
            AccessToken token = await tokens.GetTokenAsync(null, cancellationToken).ConfigureAwait(false);
            return $"valid until {token.ExpiresAt:u}";
        }).ConfigureAwait(false);
        if (hasToken)
        {
            await CheckAsync($"Sandbox {options.SandboxName}", () => FindSandboxAsync(cancellationToken)).ConfigureAwait(false);
            await CheckAsync("Tenant id", async () => _tenantId = await schemas.GetTenantIdAsync(cancellationToken).ConfigureAwait(false))
                .ConfigureAwait(false);
            await CheckPermissionsAsync(cancellationToken).ConfigureAwait(false);
        }
        return new ConnectionReport { Checks = [.. _checks], TenantId = _tenantId };
    }

    private async Task<bool> CheckAsync(string name, Func<Task<string>> check)
    {
        try
        {
            _checks.Add(new ConnectionCheck(name, CheckOutcome.Ok, await check().ConfigureAwait(false)));
            return true;
        }
        catch (AepException exception)
        {
            _checks.Add(new ConnectionCheck(name, CheckOutcome.Missing, exception.Message));
            return false;
        }
    }

    private async Task<string> FindSandboxAsync(CancellationToken cancellationToken)
    {
        var names = new List<string>();
        await foreach (Sandbox sandbox in sandboxes.ListAsync().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (sandbox.Name == options.SandboxName)
                return $"{sandbox.Type}, {sandbox.State}";
            names.Add(sandbox.Name);
        }
        if (names.Count == 0)
            throw new AepException($"The credential has no access to any sandbox. {AepPermissionException.WhereToGrant}");
        throw new AepException($"The credential has no access to it. It has access to: {string.Join(", ", names)}.");
    }

    private async Task CheckPermissionsAsync(CancellationToken cancellationToken)
    {
        try
        {
            IReadOnlyCollection<string> names = await access.GetPermissionNamesAsync(cancellationToken).ConfigureAwait(false);
            NeededPermission[] known = [.. NeededPermission.All.Where(needed => names.Contains(needed.ApiName))];
            IReadOnlyCollection<string> granted =
                await access.GetGrantedPermissionsAsync(known.Select(needed => needed.ApiName), cancellationToken).ConfigureAwait(false);
            _checks.AddRange(NeededPermission.All.Select(needed => !known.Contains(needed)
                ? new ConnectionCheck(
                    needed.UiName, CheckOutcome.Unknown, "The service does not list it. Look in Experience Platform under Permissions.")
                : granted.Contains(needed.ApiName)
                    ? new ConnectionCheck(needed.UiName, CheckOutcome.Ok, "granted")
                    : new ConnectionCheck(needed.UiName, CheckOutcome.Missing, AepPermissionException.WhereToGrant)));
        }
        catch (AepException exception)
        {
            _checks.Add(new ConnectionCheck("Permissions", CheckOutcome.Unknown, $"They could not be read: {exception.Message}"));
        }
    }
}
