namespace Aep.Sdk.Core.Configuration;

/// <summary>What is wrong with an INI file that cannot be read. The parser's message may quote a line, and with it a secret.</summary>
internal static class IniFileFaults
{
    public static AepConfigurationException Of(string path, Exception cause)
    {
        if (!File.Exists(path))
            return Missing(path);
        if (cause.GetBaseException() is not FormatException parser)
            return new AepConfigurationException($"The configuration file {path} cannot be read: {cause.Message}");
        int line = Array.FindIndex(File.ReadAllLines(path), text => !IsKnown(text.Trim())) + 1;
        return new AepConfigurationException(line > 0
            ? $"Line {line} of the configuration file {path} is no [section], no key=value and no comment (a value stands on one line)."
            : $"The configuration file {path} cannot be read: {parser.Message}"); // a key that is there twice
    }

    public static AepConfigurationException Missing(string path) =>
        new($"The configuration file {path} does not exist. Copy conf/config.example.ini there and fill it in.");

    private static bool IsKnown(string line) => line switch
    {
        [] or [';' or '#' or '/', ..] => true,
        ['[', ..] => line.EndsWith(']'),
        _ => line.Contains('=', StringComparison.Ordinal),
    };
}
