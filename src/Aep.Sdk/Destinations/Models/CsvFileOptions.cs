using System.Text.Json.Nodes;

namespace Aep.Sdk.Destinations;

/// <summary>How the CSV files of an audience are written. The service has a choice of characters, and takes no others.</summary>
public sealed record CsvFileOptions
{
    private static readonly string[] Absent = ["null", "\"\"", ""];

    /// <summary>Between values: <c>,</c>, <c>;</c>, <c>:</c>, <c>|</c> or a tab.</summary>
    /// <exception cref="ArgumentException">It is another character.</exception>
    public char Delimiter { get; init => field = OneOf(value, nameof(Delimiter), ',', ';', ':', '|', '\t'); } = ',';

    /// <summary>Around values that hold a delimiter: <c>"</c>, or null for none.</summary>
    /// <exception cref="ArgumentException">It is another character.</exception>
    public char? Quote { get; init => field = value is { } quote ? OneOf(quote, nameof(Quote), '"') : null; } = '"';

    /// <summary>Before a quote within quotes: <c>\</c> or <c>'</c>.</summary>
    /// <exception cref="ArgumentException">It is another character.</exception>
    public char Escape { get; init => field = OneOf(value, nameof(Escape), '\\', '\''); } = '\\';

    /// <summary>Stands for what is missing: <c>null</c>, <c>""</c> (two quotes) or nothing.</summary>
    /// <exception cref="ArgumentException">It is another text.</exception>
    public string NullValue { get; init => field = OneOf(value, nameof(NullValue), Absent); } = "null";

    /// <summary>Stands for an empty text: <c>null</c>, <c>""</c> (two quotes) or nothing.</summary>
    /// <exception cref="ArgumentException">It is another text.</exception>
    public string EmptyValue { get; init => field = OneOf(value, nameof(EmptyValue), Absent); } = "";

    internal JsonObject ToJson() => new()
    {
        ["delimiter"] = Delimiter.ToString(),
        ["quote"] = Quote?.ToString() ?? "",
        ["escape"] = Escape.ToString(),
        ["nullValue"] = NullValue,
        ["emptyValue"] = EmptyValue,
    };

    private static T OneOf<T>(T value, string name, params ReadOnlySpan<T> known)
    {
        if (known.Contains(value)) return value;
        string list = string.Join(" ", known.ToArray().Select(each => $"'{each}'"));
        throw new ArgumentException($"{name} is '{value}', and the service takes one of {list} only.", name);
    }
}
