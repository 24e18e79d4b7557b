using Microsoft.Extensions.Configuration;

namespace Aep.Sdk.Core.Configuration;

/// <summary>
/// Reads options from where users keep them, without reflection, so that it can be trimmed. The first that has a value counts: environment
/// variables (<c>AEP_CLIENT_ID</c>), the section <c>Aep</c> or the section that was given, and the sections of INI files: those of
/// <c>conf/config.example.ini</c>, or <c>[Credential]</c>, as Adobe's pages show it.
/// </summary>
internal sealed class AepOptionsReader
{
    private readonly IConfiguration _configuration;
    private readonly string _prefix;

    private AepOptionsReader(IConfiguration configuration) =>
        (_configuration, _prefix) = (configuration, configuration is IConfigurationSection ? "" : "Aep:");

    public static AepOptions Read(IConfiguration configuration, string? source = null) => new AepOptionsReader(configuration).Read(source);

    private AepOptions Read(string? source) => new()
    {
        OrgId = Text("OrgId", "AEP_ORG_ID", "Platform:ims_org_id", "Credential:ims_org_id") ?? "",
        SandboxName = Text("SandboxName", "AEP_SANDBOX_NAME", "Platform:sandbox_name", "Credential:sandbox_name") ?? "",
        ClientId = Text("ClientId", "AEP_CLIENT_ID", "Authentication:client_id", "Credential:client_id") ?? "",
        ClientSecret = new Secret(
            Text("ClientSecret", "AEP_CLIENT_SECRET", "Authentication:client_secret", "Credential:client_secret") ?? ""),
        Scopes = Scopes(),
        Environment = Environment(Text("Environment", "AEP_ENVIRONMENT", "Platform:environment")),
        PlatformEndpoint = Endpoint(Text("PlatformEndpoint", "AEP_PLATFORM_ENDPOINT", "Platform:platform_endpoint")),
        ImsEndpoint = Endpoint(Text("ImsEndpoint", "AEP_IMS_ENDPOINT", "Platform:ims_endpoint")),
        TrustedCertificateFile = Text("TrustedCertificateFile", "AEP_TRUSTED_CERTIFICATE", "Platform:trusted_certificate"),
        Source = source,
    };

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

    private static AepEnvironment Environment(string? text) => text?.ToLowerInvariant() switch
    {
        null or "prod" => AepEnvironment.Prod,
        "stage" => AepEnvironment.Stage,
        _ => throw new AepConfigurationException($"environment is '{text}' but must be prod or stage."),
    };

    private static Uri? Endpoint(string? text)
    {
        if (text is null)
            return null;
        return Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
            ? uri
            : throw new AepConfigurationException($"'{text}' is not an absolute URL.");
    }
}
