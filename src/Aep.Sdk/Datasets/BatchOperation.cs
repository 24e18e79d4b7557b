using Aep.Sdk.Core.Operations;

namespace Aep.Sdk.Datasets;

/// <summary>The processing of a batch.</summary>
public class BatchOperation : AepOperation<Batch>
{
    private readonly BatchesClient _batches;

    internal BatchOperation(BatchesClient batches, string id, AepOptions options)
        : base(id, options) => _batches = batches;

    /// <summary>For substitutes in tests.</summary>
    protected BatchOperation() => _batches = null!;

    internal override string Name => "batch";

    internal override async Task<OperationState<Batch>> ReadStateAsync(CancellationToken cancellationToken)
    {
        Batch batch = await _batches.GetAsync(Id, cancellationToken).ConfigureAwait(false);
        string status = batch.Status.Value;
        if (batch.Status == BatchStatus.Success)
            return OperationState<Batch>.Succeeded(status, batch);
        bool over = batch.Status == BatchStatus.Failed || batch.Status == BatchStatus.Failure || batch.Status == BatchStatus.Aborted
            || batch.Status == BatchStatus.Inactive || batch.Status == BatchStatus.Abandoned;
        return over
            ? OperationState<Batch>.Failed(status, [.. batch.Errors.Select(error => error.ToString())])
            : OperationState<Batch>.Running(status);
    }
}
