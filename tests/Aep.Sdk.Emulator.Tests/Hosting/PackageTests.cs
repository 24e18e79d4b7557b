namespace Aep.Sdk.Emulator.Tests.Hosting;

/// <summary>What a project that references the package sees of it.</summary>
public sealed class PackageTests
{
    // A test of a web app says WebApplicationFactory<Program> and means the app's.
    [Fact]
    public void No_name_of_the_platform_gets_in_the_way_of_the_users_own() => Assert.All(
        typeof(AepEmulator).Assembly.GetExportedTypes(), type => Assert.Equal("Aep.Sdk.Emulator", type.Namespace));
}
