namespace Aep.Sdk.Emulator;

/// <summary>
/// The entry point. Not of top-level statements: their class would be public and named <c>Program</c>, like that of the web app whose tests
/// reference this library.
/// </summary>
internal static class Program
{
    private static Task<int> Main(string[] args) => EmulatorProgram.RunAsync(args);
}
