using Microsoft.Extensions.Logging.Console;

namespace Aep.Sdk.Emulator.Hosting;

internal static class LoggingSetup
{
    /// <summary>Standard output carries the one start-up line and nothing else, so log lines go to standard error.</summary>
    public static void ConfigureForStandardError(this ILoggingBuilder logging, LogLevel level)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(level);
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
