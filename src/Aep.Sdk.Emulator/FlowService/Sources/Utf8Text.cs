using System.Text;

namespace Aep.Sdk.Emulator.FlowService.Sources;

/// <summary>Delimited and JSON files must be UTF-8: another encoding would put wrong letters into the lake without a word.</summary>
internal static class Utf8Text
{
    /// <exception cref="InvalidOperationException">A line is not UTF-8.</exception>
    public static void Check(string file)
    {
        long line = 1;
        try
        {
            using var reader =
                new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false);
            while (reader.ReadLine() is { } text)
            {
                if (text.Contains('\0', StringComparison.Ordinal))
                    throw new InvalidOperationException($"Line {line} holds a zero byte: the file must be encoded in UTF-8.");
                line++;
            }
        }
        catch (DecoderFallbackException exception)
        {
            throw new InvalidOperationException($"The file is not encoded in UTF-8, at or behind line {line}.", exception);
        }
    }
}
