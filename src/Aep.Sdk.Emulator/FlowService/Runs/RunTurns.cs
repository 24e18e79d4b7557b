using System.Collections.Concurrent;

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>Lets the runs of a flow do their work one after the other: each begins where the one before it has ended.</summary>
internal sealed class RunTurns
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _gates = new();

    public async Task<RunResult> TakeAsync(string flowId, Func<Task<RunResult>> work, CancellationToken cancellationToken)
    {
        SemaphoreSlim gate = _gates.GetOrAdd(flowId, _ => new SemaphoreSlim(1));
        await gate.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            gate.Release();
        }
    }
}
