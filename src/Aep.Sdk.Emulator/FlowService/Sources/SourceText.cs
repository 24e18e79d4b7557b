using System.Text;

namespace Aep.Sdk.Emulator.FlowService.Sources;

/// <summary>The encodings that source files can have. Another one would put wrong letters into the lake without a word.</summary>
internal static class SourceText
{
    /// <summary>What files are encoded in unless their source says otherwise.</summary>
    public static Encoding Utf8 { get; } = new UTF8Encoding(false, throwOnInvalidBytes: true);

    private static readonly (string Name, Encoding Encoding)[] All = [("UTF-8", Utf8), ("ISO-8859-1", Encoding.Latin1)];

    /// <exception cref="Gateway.ApiException">400: there is none of this name.</exception>
    public static Encoding Of(string? name)
    {
        if (name is null)
            return Utf8;
        Encoding? found = Array.Find(All, known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Encoding;
        return found ?? throw FlowErrors.Invalid(
            $"data.properties.encoding '{name}' is none of {string.Join(", ", All.Select(known => known.Name))}.");
    }

    public static StreamReader Open(string file, Encoding encoding) =>
        new(file, encoding, detectEncodingFromByteOrderMarks: ReferenceEquals(encoding, Utf8));

    /// <exception cref="InvalidOperationException">A line is not of the encoding.</exception>
    public static void Check(string file, Encoding encoding)
    {
        long line = 1;
        try
        {
            using var reader = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: false);
            while (reader.ReadLine() is { } text)
            {
                if (text.Contains('\0', StringComparison.Ordinal))
                    throw new InvalidOperationException($"Line {line} holds a zero byte: the file must be encoded in {NameOf(encoding)}.");
                line++;
            }
        }
        catch (DecoderFallbackException exception)
        {
            throw new InvalidOperationException($"The file is not encoded in {NameOf(encoding)}, at or behind line {line}.", exception);
        }
    }

    private static string NameOf(Encoding encoding) => Array.Find(All, known => ReferenceEquals(known.Encoding, encoding)).Name;
}
