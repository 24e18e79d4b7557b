namespace Aep.Sdk.Core.Pipeline;

/// <summary>What ends with a client: connections that modules keep. Shared by the pipelines of its sandboxes.</summary>
internal sealed class OwnedResources : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<IDisposable> _resources = [];

    public void Add(IDisposable resource)
    {
        lock (_gate)
            _resources.Add(resource);
    }

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (IDisposable resource in _resources)
                resource.Dispose();
            _resources.Clear();
        }
    }
}
