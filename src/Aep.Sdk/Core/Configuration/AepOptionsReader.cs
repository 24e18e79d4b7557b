using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Aep.Sdk.Core.Configuration;

/// <summary>
/// Reads options from where users keep them, without reflection, so that it can be trimmed. The first that has a value counts: environment
/// variables (<c>AEP_CLIENT_ID</c>), the section <c>Aep</c> or the section that was given, and the sections of INI files: those of
/// <c>conf/config.example.ini</c>, or <c>[Credential]</c>, as Adobe's pages show it. Limits and times come from the section alone.
/// </summary>
internal sealed class AepOptionsReader
{
    private readonly IConfiguration _configuration;
    private readonly string _prefix;
    private readonly List<string> _unreadable = [];

    private AepOptionsReader(IConfiguration configuration) =>
        (_configuration, _prefix) = (configuration, configuration is IConfigurationSection ? "" : "Aep:");

    public static AepOptions Read(IConfiguration configuration, string? source = null) => new AepOptionsReader(configuration).Read(source);

    private AepOptions Read(string? source)
    {
        var usual = new AepOptions();
        var options = new AepOptions
        {
            OrgId = Text("OrgId", "AEP_ORG_ID", "Platform:ims_org_id", "Credential:ims_org_id") ?? "",
            SandboxName = Text("SandboxName", "AEP_SANDBOX_NAME", "Platform:sandbox_name", "Credential:sandbox_name") ?? "",
            ClientId = Text("ClientId", "AEP_CLIENT_ID", "Authentication:client_id", "Credential:client_id") ?? "",
            ClientSecret = new Secret(
                Text("ClientSecret", "AEP_CLIENT_SECRET", "Authentication:client_secret", "Credential:client_secret") ?? ""),
            Scopes = Scopes(),
            Environment = Environment(Text("Environment", "AEP_ENVIRONMENT", "Platform:environment")),
            PlatformEndpoint = Endpoint("PlatformEndpoint", "AEP_PLATFORM_ENDPOINT", "Platform:platform_endpoint"),
            ImsEndpoint = Endpoint("ImsEndpoint", "AEP_IMS_ENDPOINT", "Platform:ims_endpoint"),
            TrustedCertificateFile = Text("TrustedCertificateFile", "AEP_TRUSTED_CERTIFICATE", "Platform:trusted_certificate"),
            PollInterval = Time(nameof(AepOptions.PollInterval), usual.PollInterval),
            MaxPollInterval = Time(nameof(AepOptions.MaxPollInterval), usual.MaxPollInterval),
            OperationTimeout = Time(nameof(AepOptions.OperationTimeout), usual.OperationTimeout),
            MaxRetries = Number(nameof(AepOptions.MaxRetries), usual.MaxRetries),
            RetryBudget = Time(nameof(AepOptions.RetryBudget), usual.RetryBudget),
            RequestTimeout = Time(nameof(AepOptions.RequestTimeout), usual.RequestTimeout),
            MaxConcurrentRequests = Number(nameof(AepOptions.MaxConcurrentRequests), usual.MaxConcurrentRequests),
            Source = source,
        };
        return options with { Unreadable = _unreadable };
    }

    private string? Text(string key, string environmentVariable, params ReadOnlySpan<string> iniKeys)
    {
        // A section is one of several clients: a variable would give all of them the same value.
        string? value = _prefix.Length > 0 ? Given(environmentVariable) : null;
        value ??= Given(_prefix + key);
        foreach (string iniKey in iniKeys)
            value ??= Given(iniKey);
        return value;
    }

    private string? Given(string key) => _configuration[key] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private IReadOnlyList<string> Scopes()
    {
        string? text = Text("Scopes", "AEP_SCOPES", "Authentication:scopes", "Credential:scopes");
        if (text is not null)
            return text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
        string[] list = [.. _configuration.GetSection(_prefix + "Scopes").GetChildren().Select(scope => scope.Value).OfType<string>()];
        return list.Length > 0 ? list : AepOptions.DefaultScopes;
    }

    private AepEnvironment Environment(string? text)
    {
        switch (text?.ToLowerInvariant())
        {
            case null or "prod":
                return AepEnvironment.Prod;
            case "stage":
                return AepEnvironment.Stage;
            default:
                _unreadable.Add($"Environment ([Platform] environment, AEP_ENVIRONMENT) is '{text}' but must be prod or stage.");
                return AepEnvironment.Prod;
        }
    }

    private Uri? Endpoint(string key, string environmentVariable, string iniKey)
    {
        if (Text(key, environmentVariable, iniKey) is not { } text)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out Uri? uri))
            return uri;
        _unreadable.Add($"{key} ({environmentVariable}) is '{text}' but must be an absolute URL.");
        return null;
    }

    private int Number(string key, int usual)
    {
        if (Given(_prefix + key) is not { } text)
            return usual;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number))
            return number;
        _unreadable.Add($"{key} is '{text}' but must be a number such as {usual}.");
        return usual;
    }

    private TimeSpan Time(string key, TimeSpan usual)
    {
        if (Given(_prefix + key) is not { } text)
            return usual;
        // .NET takes 30 for 30 days; whoever writes it means seconds.
        if (text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan time))
            return time;
        _unreadable.Add($"{key} is '{text}' but must be hours, minutes and seconds such as {usual}.");
        return usual;
    }
}
