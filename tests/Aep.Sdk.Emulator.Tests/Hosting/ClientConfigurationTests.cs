using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Hosting;

public sealed class ClientConfigurationTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public async Task A_client_finds_what_it_needs_in_one_file_that_each_start_writes_anew()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "conf", "local.ini");
        for (int start = 0; start < 2; start++)
        {
            Assert.True(ClientConfiguration.MayWrite(path));
            await ClientConfiguration.WriteAsync(path, fixture.Emulator);
        }
        AepEmulator emulator = fixture.Emulator;
        Assert.Equal(
            [
                "[Platform]", $"ims_org_id={emulator.OrgId}", "sandbox_name=dev", $"platform_endpoint=https://127.0.0.1:{emulator.PlatformUrl.Port}",
                $"ims_endpoint=https://127.0.0.1:{emulator.PlatformUrl.Port}", $"trusted_certificate={emulator.CertificateFile}",
                "[Authentication]", $"client_id={emulator.ClientId}", $"client_secret={emulator.ClientSecret}",
            ],
            (await File.ReadAllLinesAsync(path)).Where(line => line.Length > 0 && line[0] != '#'));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public async Task A_file_of_somebody_else_stays_as_it_is()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "config.ini");
        await File.WriteAllTextAsync(path, "[Authentication]\nclient_secret=mine\n");
        Assert.Equal(2, await EmulatorProgram.RunAsync(["--config", path]));
        Assert.Equal("[Authentication]\nclient_secret=mine\n", await File.ReadAllTextAsync(path));
    }
}
