namespace Aep.Sdk.Emulator.Tests.PostgresWire;

/// <summary>
/// A test with pgJDBC; where Java or the driver is missing, the test run says that it was skipped, and why. The driver is the file that the
/// variable PGJDBC_JAR names, or where Debian's package puts it.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PgJdbcFactAttribute : FactAttribute
{
    public PgJdbcFactAttribute()
    {
        if (Java is null || ClientProgram.OnPath("javac") is null)
            Skip = "Java is not installed on this machine (no java and javac on PATH).";
        else if (!File.Exists(Jar))
            Skip = $"pgJDBC is not installed on this machine (no {Jar}, and PGJDBC_JAR names no file).";
    }

    public static string? Java => ClientProgram.OnPath("java");

    public static string Jar => Environment.GetEnvironmentVariable("PGJDBC_JAR") ?? "/usr/share/java/postgresql.jar";
}
