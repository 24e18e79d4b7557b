using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Operations;

namespace Aep.Sdk.Sandboxes;

/// <summary>A sandbox that is being created, emptied or deleted.</summary>
public class SandboxOperation : AepOperation<Sandbox>
{
    private readonly ISandboxesApi _api;
    private readonly Secret? _userToken;
    private readonly SandboxState _goal;

    /// <summary>For substitutes in tests.</summary>
    protected SandboxOperation() => _api = null!;

    internal SandboxOperation(ISandboxesApi api, Secret? userToken, string name, SandboxState goal, AepOptions options)
        : base(name, options) => (_api, _userToken, _goal) = (api, userToken, goal);

    internal override string Name => "sandbox";

    internal override async Task<OperationState<Sandbox>> ReadStateAsync(CancellationToken cancellationToken)
    {
        Sandbox sandbox;
        try
        {
            sandbox = (await _api.GetAsync(_userToken?.Reveal(), Id, cancellationToken).ConfigureAwait(false))
                .Required("GET /sandboxes/{sandboxName}");
        }
        catch (AepNotFoundException) when (_goal == SandboxState.Deleted)
        {
            sandbox = new Sandbox { Name = Id, State = SandboxState.Deleted };
        }
        string status = sandbox.State?.Value ?? "";
        if (sandbox.State == _goal)
            return OperationState<Sandbox>.Succeeded(status, sandbox);
        return sandbox.State == SandboxState.Failed
            ? OperationState<Sandbox>.Failed(status, [$"The sandbox {Id} has failed."])
            : OperationState<Sandbox>.Running(status);
    }
}
