using System.Collections.Concurrent;

namespace Aep.Sdk.Emulator.Faults;

/// <summary>The faults that are on, in the order in which they came.</summary>
internal sealed class FaultRegistry
{
    private readonly ConcurrentQueue<Fault> _faults = new();

    public IReadOnlyList<Fault> All => [.. _faults];

    public void Add(Fault fault) => _faults.Enqueue(fault);

    public void Clear() => _faults.Clear();

    /// <summary>The first fault that strikes the request.</summary>
    public Fault? Find(HttpRequest request, bool landingZone) =>
        _faults.IsEmpty ? null : _faults.FirstOrDefault(fault => fault.LandingZone == landingZone && fault.Strikes(request));
}
