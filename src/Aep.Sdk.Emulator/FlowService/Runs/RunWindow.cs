using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>What a client says of a run of a source that it asks for: when it begins, and from when to when files count.</summary>
internal sealed record RunWindow(DateTimeOffset? Start, DateTimeOffset? From, DateTimeOffset? To)
{
    private const string Owner = "params";

    public static RunWindow None { get; } = new(null, null, null);

    /// <summary>Reads <c>params</c> of a run: <c>startTime</c>, <c>windowStartTime</c>, <c>windowEndTime</c>.</summary>
    /// <exception cref="Gateway.ApiException">400: a time cannot be read, or the window ends before it begins.</exception>
    public static RunWindow Of(JsonObject body)
    {
        if (body[Owner] is not JsonObject parameters)
            return None;
        var window = new RunWindow(
            EpochTime.Find(parameters, "startTime", Owner), EpochTime.Find(parameters, "windowStartTime", Owner),
            EpochTime.Find(parameters, "windowEndTime", Owner));
        return window.To <= window.From
            ? throw FlowErrors.Invalid("params.windowEndTime must be after windowStartTime.")
            : window;
    }

    public bool Covers(DateTimeOffset time) => !(time < From) && !(time >= To);

    /// <summary>The time until the run begins; zero when it begins now.</summary>
    public TimeSpan UntilStart(DateTimeOffset now) => Start is { } start && start > now ? start - now : TimeSpan.Zero;
}
