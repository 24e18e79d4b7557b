using System.Diagnostics;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.PostgresWire;

/// <summary>
/// Runs a program that speaks to an emulator with another language's driver. It finds the connection in variables of its environment.
/// </summary>
internal static class ClientProgram
{
    public static string? OnPath(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { Path.Combine(folder, name), Path.Combine(folder, name + ".exe") })
        .FirstOrDefault(File.Exists);

    /// <summary>The text of a program that stands beside the tests.</summary>
    public static string Source(string name)
    {
        using var reader = new StreamReader(typeof(ClientProgram).Assembly.GetManifestResourceStream("clients/" + name)!);
        return reader.ReadToEnd();
    }

    public static async Task<(int Exit, string Output, string Error)> RunAsync(
        EmulatorFixture fixture, string program, string input, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in Variables(fixture))
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    private static Dictionary<string, string> Variables(EmulatorFixture fixture)
    {
        string[] endpoint = fixture.Emulator.QueryEndpoint.Split(':');
        return new Dictionary<string, string>
        {
            ["AEP_HOST"] = endpoint[0],
            ["AEP_PORT"] = endpoint[1],
            ["AEP_USER"] = fixture.Emulator.OrgId,
            ["AEP_PASSWORD"] = fixture.Token,
            ["AEP_DATABASE"] = "dev:all",
            ["AEP_CERTIFICATE"] = fixture.Emulator.CertificateFile,
        };
    }
}
