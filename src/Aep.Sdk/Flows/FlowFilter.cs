using System.Globalization;

namespace Aep.Sdk.Flows;

/// <summary>
/// Which resources a listing gives, and in which order: <c>FlowFilter.State(FlowState.Enabled).And(FlowFilter.CreatedSince(yesterday))</c>.
/// Each call returns a new filter.
/// </summary>
public sealed record FlowFilter
{
    private readonly string[] _conditions;

    private FlowFilter(params string[] conditions) => _conditions = conditions;

    internal string[]? Conditions => _conditions.Length == 0 ? null : _conditions;

    internal string? Order { get; private init; }

    /// <summary>All of them; only an order is asked for.</summary>
    public static FlowFilter All => new();

    /// <summary>Those in a state.</summary>
    /// <param name="state">The state.</param>
    public static FlowFilter State(FlowState state) => Where("state", FlowComparison.Equal, state.ToString());

    /// <summary>
    /// Those of a name. <c>FindByNameAsync</c> is the surer way to one of them: names can hold what a filter cannot express.
    /// </summary>
    /// <param name="name">The name, exactly.</param>
    public static FlowFilter Name(string name) => Where("name", FlowComparison.Equal, name);

    /// <summary>Connections of a kind of system.</summary>
    /// <param name="connectionSpecId">The specification's id, see <see cref="ConnectionSpecIds"/>.</param>
    public static FlowFilter ConnectionSpec(string connectionSpecId) => Where("connectionSpec.id", FlowComparison.Equal, connectionSpecId);

    /// <summary>Dataflows and runs of a kind.</summary>
    /// <param name="flowSpecId">The specification's id, see <see cref="FlowSpecIds"/>.</param>
    public static FlowFilter FlowSpec(string flowSpecId) => Where("flowSpec.id", FlowComparison.Equal, flowSpecId);

    /// <summary>Runs of a dataflow.</summary>
    /// <param name="flowId">The dataflow.</param>
    public static FlowFilter Flow(string flowId) => Where("flowId", FlowComparison.Equal, flowId);

    /// <summary>Those created at a time or later.</summary>
    /// <param name="time">The time.</param>
    public static FlowFilter CreatedSince(DateTimeOffset time) => Since("createdAt", time);

    /// <summary>Dataflows whose last run started at a time or later.</summary>
    /// <param name="time">The time.</param>
    public static FlowFilter LastRunSince(DateTimeOffset time) => Since("lastRunDetails.startedAtUTC", time);

    /// <summary>Any other condition.</summary>
    /// <param name="property">The property, with dots for those inside another.</param>
    /// <param name="comparison">How it is compared.</param>
    /// <param name="value">What it is compared with.</param>
    /// <exception cref="ArgumentException">The value has a comma: Flow Service ends a condition there.</exception>
    public static FlowFilter Where(string property, FlowComparison comparison, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(property);
        ArgumentNullException.ThrowIfNull(value);
        if (value.Contains(',', StringComparison.Ordinal))
            throw new ArgumentException(
                $"\"{value}\" has a comma, and Flow Service ends a condition there. List without this condition and compare the items.",
                nameof(value));
        return new FlowFilter($"{property}{Operator(comparison)}{value}");
    }

    /// <summary>Those that satisfy this filter and another.</summary>
    /// <param name="other">The other.</param>
    public FlowFilter And(FlowFilter other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new FlowFilter([.. _conditions, .. other._conditions]) { Order = other.Order ?? Order };
    }

    /// <summary>The order.</summary>
    /// <param name="property">The property to sort by, for example <c>createdAt</c>.</param>
    /// <param name="descending">The greatest first.</param>
    public FlowFilter OrderBy(string property, bool descending = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(property);
        return this with { Order = descending ? $"-{property}" : property };
    }

    private static FlowFilter Since(string property, DateTimeOffset time) =>
        Where(property, FlowComparison.GreaterOrEqual, time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));

    private static string Operator(FlowComparison comparison) => comparison switch
    {
        FlowComparison.Equal => "==",
        FlowComparison.NotEqual => "!=",
        FlowComparison.Less => "<",
        FlowComparison.LessOrEqual => "<=",
        FlowComparison.Greater => ">",
        FlowComparison.GreaterOrEqual => ">=",
        _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "There is no such comparison."),
    };
}
