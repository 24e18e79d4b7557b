using System.Globalization;

namespace Aep.Sdk.Segmentation;

/// <summary>Experience events of a profile that fulfil a condition. Make it with <see cref="Pql.Events"/>.</summary>
public sealed class PqlEvents
{
    internal const string Variable = "E";

    private readonly PqlCondition _condition;

    internal PqlEvents(PqlCondition condition) => _condition = condition;

    /// <summary>Only the events of the last time.</summary>
    /// <param name="amount">How many units.</param>
    /// <param name="unit">The unit of time.</param>
    public PqlEvents InLast(int amount, PqlTimeUnit unit) =>
        new(_condition.And(new PqlAttribute($"{Variable}.timestamp").InLast(amount, unit)));

    /// <summary>The profile has at least one such event.</summary>
    public PqlCondition Exist() => new($"exists {Variable} from xEvent where ({_condition})", "where");

    /// <summary>The profile has at least so many such events.</summary>
    /// <param name="count">How many.</param>
    public PqlCondition AtLeast(int count) =>
        new(string.Create(CultureInfo.InvariantCulture, $"(select {Variable} from xEvent where ({_condition})).count() >= {count}"));
}
