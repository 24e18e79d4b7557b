namespace Aep.Sdk.LandingZones.Formats;

/// <summary>What is wrong with a row, and where.</summary>
internal static class RowErrors
{
    public static AepException Of(string path, long row, string problem, Exception? cause = null) =>
        new($"{path}, row {row}: {problem}", cause);
}
