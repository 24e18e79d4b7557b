using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Aep.Sdk.Emulator;

/// <summary>Arguments of the <c>aep-emulator</c> command.</summary>
internal static class CommandLine
{
    public const string Usage =
        """
        Usage: aep-emulator [--port N] [--query-port N] [--landing-zone-port N] [--landing-zone azure|s3]
                            [--data DIR] [--config FILE] [--sources arrival|schedule]
          --port N               platform and IMS, http and https (default 0: a free port)
          --query-port N         PostgreSQL endpoint (default: port + 1, or free)
          --landing-zone-port N  Data Landing Zone (default: port + 2, or free)
          --landing-zone azure|s3    its protocol and credentials (default: azure)
          --data DIR             keeps the state over restarts (default: a temporary folder)
          --config FILE          writes at each start what clients need, as the INI file that Aep.Sdk and the samples read
          --sources arrival|schedule  when sources read files: as soon as they arrive, too, or at their interval only (default: arrival)
        """;

    public static bool TryParse(
        string[] arguments, [NotNullWhen(true)] out AepEmulatorOptions? options, [NotNullWhen(false)] out string? message)
    {
        options = new AepEmulatorOptions();
        for (int i = 0; i < arguments.Length; i += 2)
        {
            string value = i + 1 < arguments.Length ? arguments[i + 1] : "";
            AepEmulatorOptions? next = Apply(options, arguments[i], value);
            if (next is null)
            {
                options = null;
                message = $"Cannot use '{arguments[i]} {value}'.{Environment.NewLine}{Usage}";
                return false;
            }
            options = next;
        }
        message = null;
        return true;
    }

    private static AepEmulatorOptions? Apply(AepEmulatorOptions options, string name, string value) => name switch
    {
        "--port" when TryPort(value, out int port) => options with { Port = port },
        "--query-port" when TryPort(value, out int port) => options with { QueryPort = port },
        "--landing-zone-port" when TryPort(value, out int port) => options with { LandingZonePort = port },
        "--landing-zone" when TryProvider(value, out LandingZoneProvider provider) => options with { LandingZone = provider },
        "--sources" when value is "arrival" or "schedule" => options with { WaitForSchedules = value == "schedule" },
        "--data" when value.Length > 0 => options with { DataFolder = value },
        "--config" when value.Length > 0 => options with { ConfigurationFile = value },
        _ => null,
    };

    private static bool TryPort(string value, out int port) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= 65535;

    private static bool TryProvider(string value, out LandingZoneProvider provider) =>
        Enum.TryParse(value, ignoreCase: true, out provider) && !int.TryParse(value, out _);
}
