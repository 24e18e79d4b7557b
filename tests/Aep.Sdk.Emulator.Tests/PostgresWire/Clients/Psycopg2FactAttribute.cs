using System.Diagnostics;

namespace Aep.Sdk.Emulator.Tests.PostgresWire;

/// <summary>A test with psycopg2; where it is not installed, the test run says that it was skipped, and why.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class Psycopg2FactAttribute : FactAttribute
{
    public Psycopg2FactAttribute()
    {
        if (Python.Value is null)
            Skip = "psycopg2 is not installed on this machine (no python3 or python on PATH can import it).";
    }

    /// <summary>A Python that can import psycopg2, or null.</summary>
    public static Lazy<string?> Python { get; } = new(() =>
        new[] { "python3", "python" }.Select(ClientProgram.OnPath).OfType<string>().Append("/usr/bin/python3").FirstOrDefault(HasDriver));

    private static bool HasDriver(string python)
    {
        if (!File.Exists(python))
            return false;
        var start = new ProcessStartInfo(python, ["-c", "import psycopg2"]) { RedirectStandardError = true, RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
