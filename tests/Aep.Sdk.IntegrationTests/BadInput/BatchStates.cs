using Aep.Sdk.Datasets;

namespace Aep.Sdk.IntegrationTests.BadInput;

internal static class BatchStates
{
    private static readonly BatchStatus[] Bad =
        [BatchStatus.Failed, BatchStatus.Failure, BatchStatus.Aborted, BatchStatus.Abandoned, BatchStatus.Inactive, BatchStatus.Deleted];

    public static bool EndedBadly(BatchStatus status) => Bad.Contains(status);
}
