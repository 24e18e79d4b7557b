using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Faults;

namespace Aep.Sdk.Emulator;

/// <summary>
/// What goes wrong, where and how often. One fault can do several things: wait, then answer 503, for example. Other programs ask for the
/// same with <c>POST /__emulator/faults</c>.
/// </summary>
/// <example><code>emulator.AddFault(new AepEmulatorFault { Path = "/data/foundation/catalog/*", Status = 503, Count = 2 });</code></example>
public sealed class AepEmulatorFault
{
    private readonly Lock _gate = new();
    private double _due;

    /// <summary>Path; <c>*</c> stands for any characters. Default: all.</summary>
    public string Path { get; init; } = "*";

    /// <summary>HTTP method, or null for all.</summary>
    public string? Method { get; init; }

    /// <summary>Which share of the matching requests is hit, evenly: 0.25 is every fourth. Above 0, at most 1.</summary>
    public double Rate { get; init; } = 1;

    /// <summary>How many requests are hit before the fault is over; null for no end.</summary>
    public long? Count { get; init; }

    /// <summary>The requests are answered with this error (400 to 599) and never reach the service.</summary>
    public int? Status { get; init; }

    /// <summary>The body of the answer; goes with <see cref="Status"/>.</summary>
    public JsonNode? Body { get; init; }

    /// <summary>Headers of the answer, for example <c>Retry-After</c>; go with <see cref="Status"/>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The requests wait so long first, by the platform's clock.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>The connection is cut without an answer.</summary>
    public bool Reset { get; init; }

    /// <summary>The connection is cut after so many bytes of the answer's body; the service has done its work.</summary>
    public long? TruncateAfter { get; init; }

    /// <summary>Every token that has been issued until then stops being valid.</summary>
    public bool ExpireTokens { get; init; }

    /// <summary>True for a fault of the landing zone's endpoint, false for one of the platform and IMS.</summary>
    public bool LandingZone { get; init; }

    /// <summary>How many requests it has hit.</summary>
    public long Hits { get; private set; }

    internal string Id { get; } = Guid.NewGuid().ToString();

    /// <summary>True when this request is to be hit; counts it then.</summary>
    internal bool Strikes(HttpRequest request)
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
