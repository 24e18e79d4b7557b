namespace Aep.Sdk.Core.Operations;

internal enum OperationOutcome
{
    Running,
    Succeeded,
    Failed,
}
