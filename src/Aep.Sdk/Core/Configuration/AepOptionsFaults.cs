using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Aep.Sdk.Core.Errors;

namespace Aep.Sdk.Core.Configuration;

/// <summary>What is wrong with options, each with where a person finds the right value.</summary>
internal static class AepOptionsFaults
{
    private const string OrgId = "OrgId ([Platform] ims_org_id, AEP_ORG_ID)";
    private const string SandboxName = "SandboxName ([Platform] sandbox_name, AEP_SANDBOX_NAME)";
    private const string ClientId = "ClientId ([Authentication] client_id, AEP_CLIENT_ID)";
    private const string ClientSecret = "ClientSecret ([Authentication] client_secret, AEP_CLIENT_SECRET)";

    // What timers take, with room for jitter.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(24);

    public static IReadOnlyList<string> Of(AepOptions options)
    {
        var faults = new List<string>();
        CheckCaller(options, faults);
        CheckCredential(options, faults);
        CheckEndpoint(options.PlatformEndpoint, "PlatformEndpoint ([Platform] platform_endpoint)", loopbackHttp: true, faults);
        CheckEndpoint(options.ImsEndpoint, "ImsEndpoint ([Platform] ims_endpoint)", loopbackHttp: false, faults);
        CheckCertificate(options.TrustedCertificateFile, faults);
        CheckLimits(options, faults);
        return faults;
    }

    /// <summary>True for what can be the value of a header: visible ASCII and blanks.</summary>
    public static bool FitsHeader(string value) => !value.AsSpan().ContainsAnyExceptInRange(' ', '~');

    private static void CheckCaller(AepOptions options, List<string> faults)
    {
        if (string.IsNullOrEmpty(options.OrgId))
            faults.Add($"{OrgId} is missing. Experience Cloud shows it with Ctrl+I as Current Org ID.");
        else if (!options.OrgId.EndsWith("@AdobeOrg", StringComparison.Ordinal))
            faults.Add($"{OrgId} is '{options.OrgId}' but must end in @AdobeOrg.");
        else
            CheckHeader(OrgId, options.OrgId, faults);
        if (string.IsNullOrEmpty(options.SandboxName))
            faults.Add($"{SandboxName} is missing. Experience Platform lists the names under Sandboxes.");
        else
            CheckHeader(SandboxName, options.SandboxName, faults);
    }

    private static void CheckCredential(AepOptions options, List<string> faults)
    {
        if (string.IsNullOrEmpty(options.ClientId))
            faults.Add($"{ClientId} is missing. Adobe Developer Console shows it in the project's OAuth Server-to-Server credential.");
        else
            CheckHeader(ClientId, options.ClientId, faults);
        if (options.ClientSecret is null or { IsEmpty: true } && options.TokenSource is null)
            faults.Add($"{ClientSecret} is missing. Adobe Developer Console shows it beside the client id: Retrieve client secret.");
        if (options.Scopes is null or { Count: 0 })
            faults.Add("Scopes ([Authentication] scopes, AEP_SCOPES) is empty. Adobe Developer Console lists the credential's scopes.");
    }

    private static void CheckHeader(string name, string value, List<string> faults)
    {
        if (!FitsHeader(value))
            faults.Add($"{name} is '{value.ReplaceLineEndings(" ")}' but may have letters, digits and signs of ASCII only.");
    }

    private static void CheckEndpoint(Uri? endpoint, string name, bool loopbackHttp, List<string> faults)
    {
        if (endpoint is null)
            return;
        bool secure = endpoint.IsAbsoluteUri && endpoint.Scheme == Uri.UriSchemeHttps;
        bool local = loopbackHttp && endpoint.IsAbsoluteUri && endpoint.Scheme == Uri.UriSchemeHttp && endpoint.IsLoopback;
        string shown = UriRedaction.Endpoint(endpoint);
        if (!secure && !local)
            faults.Add($"{name} is '{shown}' but must be an https URL{(loopbackHttp ? " (http only on loopback)" : "")}.");
        else if (endpoint.UserInfo.Length + endpoint.Query.Length + endpoint.Fragment.Length > 0)
            faults.Add($"{name} is '{shown}' with a user, a query or a fragment; it may have host, port and path only.");
    }

    private static void CheckCertificate(string? file, List<string> faults)
    {
        if (file is null)
            return;
        string name = $"TrustedCertificateFile ([Platform] trusted_certificate) is '{file}', which";
        if (!File.Exists(file))
            faults.Add($"{name} does not exist.");
        else if (!HoldsCertificate(file))
            faults.Add($"{name} holds no certificate in PEM form.");
    }

    private static bool HoldsCertificate(string file)
    {
        var found = new X509Certificate2Collection();
        try
        {
            found.ImportFromPemFile(file);
            return found.Count > 0;
        }
        catch (CryptographicException)
        {
            return false;
        }
        finally
        {
            foreach (X509Certificate2 certificate in found)
                certificate.Dispose();
        }
    }

    private static void CheckLimits(AepOptions options, List<string> faults)
    {
        if (options.MaxConcurrentRequests < 1)
            faults.Add($"MaxConcurrentRequests is {options.MaxConcurrentRequests} but must be 1 or more.");
        if (options.MaxRetries < 0)
            faults.Add($"MaxRetries is {options.MaxRetries} but must not be negative.");
        if (options.RetryBudget < TimeSpan.Zero)
            faults.Add($"RetryBudget is {options.RetryBudget} but must not be negative.");
        foreach ((string name, TimeSpan time) in (ReadOnlySpan<(string, TimeSpan)>)
            [
                (nameof(options.RequestTimeout), options.RequestTimeout), (nameof(options.PollInterval), options.PollInterval),
                (nameof(options.MaxPollInterval), options.MaxPollInterval), (nameof(options.OperationTimeout), options.OperationTimeout),
            ])
        {
            if (time <= TimeSpan.Zero)
                faults.Add($"{name} is {time} but must be positive.");
            else if (time > LongestWait && name != nameof(options.OperationTimeout))
                faults.Add($"{name} is {time} but may be {LongestWait.Days} days at most.");
        }
    }
}
