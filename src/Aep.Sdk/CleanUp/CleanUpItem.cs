namespace Aep.Sdk.CleanUp;

/// <summary>Something to remove.</summary>
public sealed class CleanUpItem
{
    private readonly Func<CancellationToken, Task> _remove;

    /// <summary>Something that this library does not find by itself, for example files in a landing zone.</summary>
    /// <param name="stage">When it is removed.</param>
    /// <param name="kind">What it is, for people to read.</param>
    /// <param name="id">Its id or path.</param>
    /// <param name="name">Its name, where it has one.</param>
    /// <param name="remove">Removes it. What is gone already may end in <see cref="AepNotFoundException"/>.</param>
    public CleanUpItem(CleanUpStage stage, string kind, string id, string? name, Func<CancellationToken, Task> remove)
    {
        ArgumentException.ThrowIfNullOrEmpty(kind);
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(remove);
        (Stage, Kind, Id, Name, _remove) = (stage, kind, id, name, remove);
    }

    /// <summary>When it is removed.</summary>
    public CleanUpStage Stage { get; }

    /// <summary>What it is.</summary>
    public string Kind { get; }

    /// <summary>Its id or path.</summary>
    public string Id { get; }

    /// <summary>Its name, where it has one.</summary>
    public string? Name { get; }

    /// <summary>Ids of what it is found by: that must not go before it.</summary>
    internal IReadOnlyList<string> FoundBy { get; init; } = [];

    /// <summary>A line for people.</summary>
    public override string ToString() => Name is null ? $"{Kind} {Id}" : $"{Kind} {Name} ({Id})";

    internal async Task RemoveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _remove(cancellationToken).ConfigureAwait(false);
        }
        catch (AepNotFoundException)
        {
            // Gone already, by an earlier clean-up or together with what it belonged to: that is what was wanted.
        }
    }
}
