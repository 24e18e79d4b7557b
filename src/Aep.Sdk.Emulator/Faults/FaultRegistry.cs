using System.Collections.Concurrent;

namespace Aep.Sdk.Emulator.Faults;

/// <summary>The faults that are on, in the order in which they came.</summary>
internal sealed class FaultRegistry
{
    private readonly ConcurrentQueue<AepEmulatorFault> _faults = new();

    public IReadOnlyList<AepEmulatorFault> All => [.. _faults];

    public void Add(AepEmulatorFault fault) => _faults.Enqueue(fault);

    public void Clear() => _faults.Clear();

    /// <summary>The first fault that strikes the request.</summary>
    public AepEmulatorFault? Find(HttpRequest request, bool landingZone) =>
        _faults.IsEmpty ? null : _faults.FirstOrDefault(fault => fault.LandingZone == landingZone && fault.Strikes(request));
}
