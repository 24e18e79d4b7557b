namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// What the first and the last event of a run say about a channel's expiry: behind the event that meets the condition, or before it.
/// </summary>
internal struct ExpiryEdges
{
    private bool _firstExpires;
    private bool _lastExpires;
    private bool _before;

    public static ExpiryEdges Of(AggregateRow row) =>
        new() { _firstExpires = row.Flag(2), _lastExpires = row.Flag(2), _before = row.Flag(3) };

    /// <summary>Whether the channel expires between this run and the next.</summary>
    public readonly bool ExpireBefore(in ExpiryEdges next) => next._before ? next._firstExpires : _lastExpires;

    public void Append(in ExpiryEdges next) => _lastExpires = next._lastExpires;
}
