namespace Aep.Sdk.Emulator;

/// <summary>What a client needs to know of a platform, as the INI file that the SDK and the samples read.</summary>
internal static class ClientConfiguration
{
    private const string FirstLine = "# Written by aep-emulator at its start.";

    /// <summary>True for a file that is not there or that was written here: a file with somebody's credential is not touched.</summary>
    public static bool MayWrite(string path) => !File.Exists(path) || File.ReadLines(path).FirstOrDefault() == FirstLine;

    public static async Task WriteAsync(string path, AepEmulator emulator)
    {
        string text =
            $"""
            {FirstLine}
            [Platform]
            ims_org_id={emulator.OrgId}
            sandbox_name={emulator.SandboxName}
            platform_endpoint={emulator.SecurePlatformUrl.OriginalString}
            ims_endpoint={emulator.SecureImsUrl.OriginalString}
            trusted_certificate={emulator.CertificateFile}

            [Authentication]
            client_id={emulator.ClientId}
            client_secret={emulator.ClientSecret}

            """;
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            Directory.CreateDirectory(folder);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var writer = new StreamWriter(path, options);
        await writer.WriteAsync(text);
    }
}
