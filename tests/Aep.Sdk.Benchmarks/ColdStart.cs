using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Aep.Sdk.Benchmarks;

/// <summary>
/// Starts programs that were published Native AOT again and again, on the local platform, and takes the time that they print themselves:
/// from the start of the process to the first answer. Once with the platform's certificate alone, which is what loopback needs, and once
/// with all of the machine's, which .NET reads at the first TLS connection of a process.
/// </summary>
internal static partial class ColdStart
{
    private const int Turns = 40;

    public static async Task RunAsync(string[] programs)
    {
        await using LocalPlatform platform = await LocalPlatform.StartAsync();
        foreach (bool alone in (bool[])[true, false])
        {
            Console.WriteLine($"{(alone ? "the platform's certificate alone" : "all certificates of the machine")}, {Turns} turns");
            var times = programs.ToDictionary(program => program, _ => new List<int>());
            for (int turn = -1; turn < Turns; turn++)
            {
                foreach (string program in programs)
                {
                    int milliseconds = await RunAsync(program, platform, alone);
                    if (turn >= 0) // the first one reads the program from the disk
                        times[program].Add(milliseconds);
                }
            }
            foreach ((string program, List<int> taken) in times)
            {
                taken.Sort();
                Console.WriteLine(
                    $"{Path.GetFileName(program)}: first answer after {taken[taken.Count / 2]} ms (median; {taken[0]} to {taken[^1]} ms)");
            }
        }
    }

    private static async Task<int> RunAsync(string program, LocalPlatform platform, bool alone)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        foreach ((string name, string value) in platform.Environment)
            start.Environment[name] = value;
        if (alone)
        {
            start.Environment["SSL_CERT_FILE"] = platform.Options.TrustedCertificateFile;
            start.Environment["SSL_CERT_DIR"] = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        }
        using Process process = Process.Start(start)!;
        string said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Match time = FirstAnswer().Match(said);
        return process.ExitCode == 0 && time.Success
            ? int.Parse(time.Groups[1].Value, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode} and said: {said}");
    }

    [GeneratedRegex("first answer (\\d+) ms", RegexOptions.CultureInvariant)]
    private static partial Regex FirstAnswer();
}
