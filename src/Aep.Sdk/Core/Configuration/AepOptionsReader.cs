using Microsoft.Extensions.Configuration;

namespace Aep.Sdk.Core.Configuration;

/// <summary>Reads options from the section <c>Aep</c>, or from the sections of the INI file. Without reflection, so that it can be trimmed.</summary>
internal static class AepOptionsReader
{
    public static AepOptions Read(IConfiguration configuration, string? source = null)
    {
        string? Value(string aepKey, string iniKey)
        {
            string? value = configuration[$"Aep:{aepKey}"] ?? configuration[iniKey];
            return string.IsNullOrWhiteSpace(value) ? null : value.Trim();
        }

        string? scopes = Value("Scopes", "Authentication:scopes");
        return new AepOptions
        {
            OrgId = Value("OrgId", "Platform:ims_org_id") ?? "",
            SandboxName = Value("SandboxName", "Platform:sandbox_name") ?? "",
            ClientId = Value("ClientId", "Authentication:client_id") ?? "",
            ClientSecret = new Secret(Value("ClientSecret", "Authentication:client_secret") ?? ""),
            Scopes = scopes is null ? AepOptions.DefaultScopes : scopes.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries),
            Environment = Environment(Value("Environment", "Platform:environment")),
            PlatformEndpoint = Endpoint(Value("PlatformEndpoint", "Platform:platform_endpoint")),
            ImsEndpoint = Endpoint(Value("ImsEndpoint", "Platform:ims_endpoint")),
            TrustedCertificateFile = Value("TrustedCertificateFile", "Platform:trusted_certificate"),
            Source = source,
        };
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
        return Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) ? uri : throw new AepConfigurationException($"'{text}' is not an absolute URL.");
    }
}
