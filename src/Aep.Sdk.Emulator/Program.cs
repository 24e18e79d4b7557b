using System.Text.Json.Nodes;
using Aep.Sdk.Emulator;

if (!CommandLine.TryParse(args, out AepEmulatorOptions? options, out string? message))
{
    Console.Error.WriteLine(message);
    return 2;
}

await using AepEmulator emulator = await AepEmulator.StartAsync(options);
Console.WriteLine(new JsonObject
{
    ["platform"] = emulator.PlatformUrl.OriginalString,
    ["ims"] = emulator.ImsUrl.OriginalString,
    ["query"] = emulator.QueryEndpoint,
    ["landingZone"] = emulator.LandingZoneUrl.OriginalString,
    ["clientId"] = emulator.ClientId,
    ["clientSecret"] = emulator.ClientSecret,
    ["orgId"] = emulator.OrgId,
    ["sandbox"] = emulator.SandboxName,
    ["tenantId"] = emulator.TenantId,
    ["certificate"] = emulator.CertificateFile,
    ["platformHttps"] = emulator.SecurePlatformUrl.OriginalString,
    ["imsHttps"] = emulator.SecureImsUrl.OriginalString,
}.ToJsonString());
await emulator.WaitForShutdownAsync();
return 0;
