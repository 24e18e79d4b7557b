using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator;

/// <summary>The program: starts a platform, says in a line of JSON how to reach it, and serves until it is told to stop.</summary>
internal static class EmulatorProgram
{
    /// <returns>The exit code: 2 for arguments that cannot be used.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is ["--help" or "-h"])
        {
            Console.WriteLine(CommandLine.Usage);
            return 0;
        }
        if (!CommandLine.TryParse(args, out AepEmulatorOptions? options, out string? message))
        {
            Console.Error.WriteLine(message);
            return 2;
        }

        if (options.ConfigurationFile is { } occupied && !ClientConfiguration.MayWrite(occupied))
        {
            Console.Error.WriteLine($"{occupied} was not written by aep-emulator and is left as it is: name another file for --config.");
            return 2;
        }

        await using AepEmulator emulator = await AepEmulator.StartAsync(options);
        if (options.ConfigurationFile is { } file)
            await ClientConfiguration.WriteAsync(file, emulator);
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
    }
}
