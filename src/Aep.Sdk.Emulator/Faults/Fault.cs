using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Faults;

/// <summary>What goes wrong, where and how often. One fault can do several things: wait, then answer 503, for example.</summary>
internal sealed class Fault
{
    private readonly Lock _gate = new();
    private double _due;

    public required string Id { get; init; }

    /// <summary>Path; <c>*</c> stands for any characters.</summary>
    public required string Path { get; init; }

    /// <summary>HTTP method, or null for all.</summary>
    public string? Method { get; init; }

    /// <summary>Which share of the matching requests is hit, evenly: 0.25 is every fourth.</summary>
    public double Rate { get; init; } = 1;

    /// <summary>How many requests are hit before the fault is over; null for no end.</summary>
    public long? Count { get; init; }

    public int? Status { get; init; }

    public JsonNode? Body { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public TimeSpan Latency { get; init; }

    /// <summary>The connection is cut without an answer.</summary>
    public bool Reset { get; init; }

    /// <summary>The connection is cut after so many bytes of the answer's body.</summary>
    public long? TruncateAfter { get; init; }

    /// <summary>Every token that has been issued until now stops being valid.</summary>
    public bool ExpireTokens { get; init; }

    /// <summary>True for a fault of the landing zone's endpoint, false for one of the platform and IMS.</summary>
    public bool LandingZone { get; init; }

    public long Hits { get; private set; }

    /// <summary>True when this request is to be hit; counts it then.</summary>
    public bool Strikes(HttpRequest request)
    {
        if (Method is not null && !string.Equals(Method, request.Method, StringComparison.OrdinalIgnoreCase))
            return false;
        if (!PathPattern.IsMatch(Path, request.Path.Value ?? ""))
            return false;
        lock (_gate)
        {
            if (Hits >= Count)
                return false;
            _due += Rate;
            // Rates add up to 1 only nearly: ten times 0.1 is a little less.
            if (_due < 1 - 1e-9)
                return false;
            _due -= 1;
            Hits++;
            return true;
        }
    }
}
