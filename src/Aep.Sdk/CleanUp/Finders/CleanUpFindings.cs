namespace Aep.Sdk.CleanUp;

/// <summary>What has been found so far; one finder may need to know what another has found.</summary>
internal sealed class CleanUpFindings
{
    private readonly List<CleanUpItem> _items = [];
    private readonly List<CleanUpKept> _kept = [];

    public IReadOnlyList<CleanUpItem> Items => _items;

    /// <param name="stage">When it is removed.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="id">Its id.</param>
    /// <param name="name">Its name, where it has one.</param>
    /// <param name="remove">Removes it.</param>
    /// <param name="foundBy">Ids of what a later clean-up finds it by, where its name does not do.</param>
    public void Add(
        CleanUpStage stage, string kind, string id, string? name, Func<CancellationToken, Task> remove,
        params IEnumerable<string> foundBy) =>
        _items.Add(new CleanUpItem(stage, kind, id, name, remove) { FoundBy = [.. foundBy] });

    public void Keep(string kind, string id, string? name, string reason) => _kept.Add(new CleanUpKept(kind, id, name, reason));

    /// <summary>What was to be removed stays after all.</summary>
    public void KeepInstead(string id, string reason)
    {
        foreach (CleanUpItem item in _items.Where(item => item.Id == id)) Keep(item.Kind, item.Id, item.Name, reason);
        _items.RemoveAll(item => item.Id == id);
    }

    public IReadOnlySet<string> IdsOf(CleanUpStage stage) => _items.Where(item => item.Stage == stage).Select(item => item.Id).ToHashSet();

    public CleanUpPlan ToPlan() => new(_items, _kept);
}
