namespace Aep.Sdk.CleanUp;

/// <summary>What a clean-up removes, in which order, and what it keeps. To make it changes nothing: it is the dry run.</summary>
public sealed class CleanUpPlan
{
    /// <param name="items">What to remove, in any order.</param>
    /// <param name="kept">What stays although it was selected.</param>
    internal CleanUpPlan(IEnumerable<CleanUpItem> items, IReadOnlyList<CleanUpKept> kept) =>
        // Stable: within a stage they stay as they were found.
        (Items, Kept) = ([.. items.OrderBy(item => item.Stage)], kept);

    /// <summary>What is removed, in this order.</summary>
    public IReadOnlyList<CleanUpItem> Items { get; }

    /// <summary>What stays although it was selected, and why.</summary>
    public IReadOnlyList<CleanUpKept> Kept { get; }

    /// <summary>The plan with more to remove.</summary>
    /// <param name="items">What this library does not find by itself.</param>
    public CleanUpPlan With(IEnumerable<CleanUpItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return new CleanUpPlan(Items.Concat(items), Kept);
    }
}
