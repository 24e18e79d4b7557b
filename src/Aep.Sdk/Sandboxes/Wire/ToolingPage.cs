namespace Aep.Sdk.Sandboxes;

/// <summary>A page of the sandbox tooling's lists.</summary>
internal sealed record ToolingPage<T>
{
    public IReadOnlyList<T> Data { get => field ?? []; init; }

    public bool HasNextPage { get; init; }
}
