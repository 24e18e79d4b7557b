namespace Aep.Sdk.Emulator.Tests.PostgresWire;

/// <summary>A test with the psql program; where it is not installed, the test run says that it was skipped, and why.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PsqlFactAttribute : FactAttribute
{
    public PsqlFactAttribute()
    {
        if (Find() is null)
            Skip = "psql is not installed on this machine (no such program on PATH).";
    }

    public static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { Path.Combine(folder, "psql"), Path.Combine(folder, "psql.exe") })
        .FirstOrDefault(File.Exists);
}
