namespace Aep.Sdk.Core.Pipeline;

/// <summary>
/// What ends with a client: connections that modules keep. The client of another sandbox has a branch of its own, which ends with that
/// client, or with the one that it came from.
/// </summary>
internal sealed class OwnedResources : IDisposable
{
    private readonly Lock _gate = new();
    private readonly HashSet<IDisposable> _resources = [];
    private readonly OwnedResources? _trunk;

    public OwnedResources()
    {
    }

    private OwnedResources(OwnedResources trunk) => _trunk = trunk;

    public OwnedResources Branch()
    {
        var branch = new OwnedResources(this);
        Add(branch);
        return branch;
    }

    public void Add(IDisposable resource)
    {
        lock (_gate)
            _resources.Add(resource);
    }

    public void Dispose()
    {
        IDisposable[] resources;
        lock (_gate)
        {
            resources = [.. _resources];
            _resources.Clear();
        }
        // Outside of the lock: a branch leaves its trunk when it ends.
        foreach (IDisposable resource in resources)
            resource.Dispose();
        _trunk?.Remove(this);
    }

    private void Remove(IDisposable resource)
    {
        lock (_gate)
            _resources.Remove(resource);
    }
}
