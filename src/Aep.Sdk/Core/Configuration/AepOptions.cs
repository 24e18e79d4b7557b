using System.Globalization;
using System.Text;
using Aep.Sdk.Core.Configuration;
using Aep.Sdk.Core.Errors;
using Microsoft.Extensions.Logging;

namespace Aep.Sdk;

/// <summary>
/// What a client needs to know: who calls, for which organisation and sandbox, and where. Immutable; change a copy with <c>with</c>.
/// </summary>
public sealed record AepOptions
{
    /// <summary>The scopes of an OAuth Server-to-Server credential for Experience Platform.</summary>
    public static IReadOnlyList<string> DefaultScopes { get; } =
        ["openid", "AdobeID", "read_organizations", "additional_info.projectedProductContext", "session"];

    /// <summary>Organisation id; ends in <c>@AdobeOrg</c>.</summary>
    public string OrgId { get; init; } = "";

    /// <summary>Client id (API key) of the OAuth Server-to-Server credential.</summary>
    public string ClientId { get; init; } = "";

    /// <summary>Client secret of the credential.</summary>
    public Secret ClientSecret { get; init; } = new("");

    /// <summary>
    /// Where tokens come from instead of <see cref="ClientSecret"/>, which is then not needed. <see cref="ClientId"/> is still the API key.
    /// </summary>
    public IAepTokenSource? TokenSource { get; init; }

    /// <summary>OAuth scopes; sent to IMS joined with commas.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = DefaultScopes;

    /// <summary>Name (not title) of the sandbox.</summary>
    public string SandboxName { get; init; } = "";

    /// <summary>Which of Adobe's installations. Ignored where an endpoint is given.</summary>
    public AepEnvironment Environment { get; init; } = AepEnvironment.Prod;

    /// <summary>Base URL of the platform when it is not Adobe's. https, or http on loopback.</summary>
    public Uri? PlatformEndpoint { get; init; }

    /// <summary>Base URL of IMS when it is not Adobe's. https only.</summary>
    public Uri? ImsEndpoint { get; init; }

    /// <summary>PEM file of the one certificate to trust instead of the machine's authorities: for the local platform.</summary>
    public string? TrustedCertificateFile { get; init; }

    /// <summary>
    /// How long the first wait between two polls of a long-running operation is. Each is half as long again as the one before, up to
    /// <see cref="MaxPollInterval"/>.
    /// </summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest wait between two polls.</summary>
    public TimeSpan MaxPollInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// A long-running operation that is not over after this time is given up with an <see cref="AepOperationTimeoutException"/>.
    /// </summary>
    public TimeSpan OperationTimeout { get; init; } = TimeSpan.FromHours(2);

    /// <summary>How often a request is repeated that can be repeated safely.</summary>
    public int MaxRetries { get; init; } = 4;

    /// <summary>When this long has passed since a call began, it is not repeated any more, however many retries are left.</summary>
    public TimeSpan RetryBudget { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// An attempt in which nothing moves for this long is given up: no byte of the request leaves, no answer begins, no byte of the answer
    /// comes. A large transfer that makes progress may take longer.
    /// </summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// How many requests of a client, with those of its other sandboxes, are on their way at once; others wait their turn.
    /// </summary>
    public int MaxConcurrentRequests { get; init; } = 32;

    /// <summary>Where log lines go; null for nowhere. No line holds a secret.</summary>
    public ILoggerFactory? LoggerFactory { get; init; }

    /// <summary>The clock of token expiry, waits and deadlines.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Where the values came from, for messages.</summary>
    internal string? Source { get; init; }

    /// <summary>What stands there and cannot be read.</summary>
    internal IReadOnlyList<string> Unreadable { get; init; } = [];

    /// <summary>Checks everything and reports all mistakes at once.</summary>
    /// <exception cref="AepConfigurationException">
    /// Something is missing or malformed; the message says what, where, and where to find the value.
    /// </exception>
    public void Validate()
    {
        IReadOnlyList<string> faults = [.. Unreadable, .. AepOptionsFaults.Of(this)];
        if (faults.Count > 0)
            throw new AepConfigurationException(
                $"The configuration{(Source is null ? "" : $" in {Source}")} is not usable:\n- {string.Join("\n- ", faults)}");
    }

    // For ToString. Of what users bring only the type: a record of theirs would print its members, and with them perhaps a token.
    private bool PrintMembers(StringBuilder text)
    {
        text.Append(CultureInfo.InvariantCulture, $"OrgId = {OrgId}, ClientId = {ClientId}, ClientSecret = {ClientSecret}, ")
            .Append(CultureInfo.InvariantCulture, $"TokenSource = {TokenSource?.GetType()}, Scopes = {string.Join(',', Scopes ?? [])}, ")
            .Append(CultureInfo.InvariantCulture, $"SandboxName = {SandboxName}, Environment = {Environment}, ")
            .Append(CultureInfo.InvariantCulture, $"PlatformEndpoint = {Print(PlatformEndpoint)}, ImsEndpoint = {Print(ImsEndpoint)}, ")
            .Append(CultureInfo.InvariantCulture, $"TrustedCertificateFile = {TrustedCertificateFile}, PollInterval = {PollInterval}, ")
            .Append(CultureInfo.InvariantCulture, $"MaxPollInterval = {MaxPollInterval}, OperationTimeout = {OperationTimeout}, ")
            .Append(CultureInfo.InvariantCulture, $"MaxRetries = {MaxRetries}, RetryBudget = {RetryBudget}, ")
            .Append(CultureInfo.InvariantCulture, $"RequestTimeout = {RequestTimeout}, MaxConcurrentRequests = {MaxConcurrentRequests}");
        return true;
    }

    private static string Print(Uri? endpoint) => endpoint is null ? "" : UriRedaction.Endpoint(endpoint);
}
