using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>How CSV is written.</summary>
public sealed record CsvOptions
{
    /// <summary>What stands between fields.</summary>
    public TemplatedValue? Delimiter { get; init; }

    /// <summary>What stands around fields.</summary>
    public TemplatedValue? Quote { get; init; }

    /// <summary>Whether it stands around all.</summary>
    public TemplatedValue? QuoteAll { get; init; }

    /// <summary>What stands before quotes in fields.</summary>
    public TemplatedValue? Escape { get; init; }

    /// <summary>Whether fields with quotes are quoted.</summary>
    public TemplatedValue? EscapeQuotes { get; init; }

    /// <summary>Whether there is a header line.</summary>
    public TemplatedValue? Header { get; init; }

    /// <summary>Whether white space before values is dropped.</summary>
    public TemplatedValue? IgnoreLeadingWhiteSpace { get; init; }

    /// <summary>Whether white space behind values is dropped.</summary>
    public TemplatedValue? IgnoreTrailingWhiteSpace { get; init; }

    /// <summary>What null is written as.</summary>
    public TemplatedValue? NullValue { get; init; }

    /// <summary>How days are written.</summary>
    public TemplatedValue? DateFormat { get; init; }

    /// <summary>How moments are written.</summary>
    public TemplatedValue? TimestampFormat { get; init; }

    /// <summary>What stands before the escape character.</summary>
    public TemplatedValue? CharToEscapeQuoteEscaping { get; init; }

    /// <summary>What an empty text is written as.</summary>
    public TemplatedValue? EmptyValue { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
