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
        if (batch.Status == BatchStatus.Success || batch.Status == BatchStatus.Active)
            return OperationState<Batch>.Succeeded(status, batch);
        return EndedBadly(batch.Status)
            ? OperationState<Batch>.Failed(status, [.. batch.Errors.Select(error => error.ToString())])
            : OperationState<Batch>.Running(status);
    }

    /// <summary>States in which a batch is over without its rows being in the dataset.</summary>
    internal static bool EndedBadly(BatchStatus status) =>
        status == BatchStatus.Failed || status == BatchStatus.Failure || status == BatchStatus.Aborted
        || status == BatchStatus.Inactive || status == BatchStatus.Abandoned || status == BatchStatus.Deleted;
}
