namespace Aep.Sdk.Core.Configuration;

/// <summary>What is wrong with options, each with where a person finds the right value.</summary>
internal static class AepOptionsFaults
{
    public static IReadOnlyList<string> Of(AepOptions options)
    {
        var faults = new List<string>();
        if (options.OrgId.Length == 0)
            faults.Add("OrgId ([Platform] ims_org_id) is missing. Experience Cloud shows it with Ctrl+I as Current Org ID.");
        else if (!options.OrgId.EndsWith("@AdobeOrg", StringComparison.Ordinal))
            faults.Add($"OrgId ([Platform] ims_org_id) is '{options.OrgId}' but must end in @AdobeOrg.");
        if (options.SandboxName.Length == 0)
            faults.Add("SandboxName ([Platform] sandbox_name) is missing. Experience Platform lists the names under Sandboxes.");
        if (options.ClientId.Length == 0)
            faults.Add(
                "ClientId ([Authentication] client_id) is missing. Adobe Developer Console shows it in the project's OAuth Server-to-Server credential.");
        if (options.ClientSecret.IsEmpty && options.TokenSource is null)
            faults.Add(
                "ClientSecret ([Authentication] client_secret) is missing. Adobe Developer Console shows it beside the client id: Retrieve client secret.");
        if (options.Scopes.Count == 0)
            faults.Add("Scopes ([Authentication] scopes) is empty. Adobe Developer Console lists the credential's scopes.");
        CheckEndpoint(options.PlatformEndpoint, "PlatformEndpoint ([Platform] platform_endpoint)", loopbackHttp: true, faults);
        CheckEndpoint(options.ImsEndpoint, "ImsEndpoint ([Platform] ims_endpoint)", loopbackHttp: false, faults);
        if (options.TrustedCertificateFile is { } file && !File.Exists(file))
            faults.Add($"TrustedCertificateFile ([Platform] trusted_certificate) is '{file}', which does not exist.");
        if (options.MaxConcurrentRequests < 1)
            faults.Add($"MaxConcurrentRequests is {options.MaxConcurrentRequests} but must be 1 or more.");
        if (options.MaxRetries < 0)
            faults.Add($"MaxRetries is {options.MaxRetries} but must not be negative.");
        if (options.RequestTimeout <= TimeSpan.Zero)
            faults.Add($"RequestTimeout is {options.RequestTimeout} but must be positive.");
        return faults;
    }

    private static void CheckEndpoint(Uri? endpoint, string name, bool loopbackHttp, List<string> faults)
    {
        if (endpoint is null)
            return;
        bool secure = endpoint.IsAbsoluteUri && endpoint.Scheme == Uri.UriSchemeHttps;
        bool local = loopbackHttp && endpoint.IsAbsoluteUri && endpoint.Scheme == Uri.UriSchemeHttp && endpoint.IsLoopback;
        if (!secure && !local)
            faults.Add($"{name} is '{endpoint}' but must be an https URL{(loopbackHttp ? " (http only on loopback)" : "")}.");
    }
}
