using System.Net;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Hosting;

public sealed class RestartTests
{
    [Fact]
    public async Task Credential_certificate_and_tokens_outlive_a_restart()
    {
        using var folder = new TemporaryFolder();
        var options = new AepEmulatorOptions { DataFolder = folder.Path };
        EmulatorFixture first = await EmulatorFixture.StartAsync(options);
        string clientId =
            first.Emulator.ClientId, certificate = await File.ReadAllTextAsync(first.Emulator.CertificateFile), token = first.Token;
        await first.DisposeAsync();

        EmulatorFixture second = await EmulatorFixture.StartAsync(options);
        Assert.Equal(clientId, second.Emulator.ClientId);
        Assert.Equal(certificate, await File.ReadAllTextAsync(second.Emulator.CertificateFile));
        second.Client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        using HttpResponseMessage response = await second.Client.GetAsync("/data/foundation/nothing-here");
        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        await second.DisposeAsync();
    }

    [Fact]
    public async Task Two_emulators_cannot_share_a_data_folder()
    {
        using var folder = new TemporaryFolder();
        var options = new AepEmulatorOptions { DataFolder = folder.Path };
        await using AepEmulator first = await AepEmulator.StartAsync(options);
        IOException exception = await Assert.ThrowsAsync<IOException>(() => AepEmulator.StartAsync(options));
        Assert.Contains(folder.Path, exception.Message);
    }
}
