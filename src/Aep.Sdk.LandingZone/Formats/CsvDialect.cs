using System.Globalization;
using Aep.Sdk.Destinations;
using CsvHelper;
using CsvHelper.Configuration;

namespace Aep.Sdk.LandingZones.Formats;

/// <summary>How a CSV file is written: which characters stand between and around values, and what stands for nothing.</summary>
internal sealed class CsvDialect
{
    private readonly CsvFileOptions? _options;
    private readonly bool _audience;

    private CsvDialect(bool audience, CsvFileOptions? options)
    {
        (_audience, _options) = (audience, options);
        string absent = Unquoted(options?.NullValue), empty = Unquoted(options?.EmptyValue);
        (Absent, Empty) = (absent == empty ? null : absent, empty);
    }

    /// <summary>RFC 4180: a quote within quotes is doubled. What is written here, and what others write for sources.</summary>
    public static CsvDialect Standard { get; } = new(audience: false, null);

    /// <summary>The field that stands for what is missing; null where it cannot be told from an empty text.</summary>
    public string? Absent { get; }

    /// <summary>The field that stands for an empty text.</summary>
    public string Empty { get; }

    /// <summary>The service's, for files of audiences: an escape character stands before a quote within quotes.</summary>
    public static CsvDialect OfAudience(CsvFileOptions? options) => new(audience: true, options);

    public CsvConfiguration ToConfiguration(string path)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            BadDataFound = bad => Refuse(path, bad),
        };
        if (!_audience)
            return configuration;
        CsvFileOptions options = _options ?? new CsvFileOptions();
        configuration.Delimiter = options.Delimiter.ToString();
        configuration.Escape = options.Escape;
        if (options.Quote is { } quote)
            configuration.Quote = quote;
        else
            configuration.Mode = CsvMode.NoEscape;
        return configuration;
    }

    private void Refuse(string path, BadDataFoundArgs bad)
    {
        // An escape character outside of quotes stands for itself.
        if (_audience && !bad.Field.Contains('"'))
            return;
        string hint = _audience ? "" : " The files of audiences are written otherwise: ReadAudienceAsync reads them.";
        throw RowErrors.Of(path, bad.Context.Parser!.RawRow - 1, $"a quote stands where none may.{hint}");
    }

    // Two quotes in the file are a field without a character.
    private static string Unquoted(string? text) => text is null or "\"\"" ? "" : text;
}
