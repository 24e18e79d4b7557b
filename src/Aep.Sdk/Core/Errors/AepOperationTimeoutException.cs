namespace Aep.Sdk;

/// <summary>A long-running operation was not over in time. It goes on at AEP and can be waited for again by its id.</summary>
public sealed class AepOperationTimeoutException(string operation, string id, string status, TimeSpan waited)
    : AepException(
        $"{operation} {id} was still {status} after {waited}. It goes on at AEP; wait for it again by its id, or raise "
            + $"{nameof(AepOptions.OperationTimeout)}.")
{
    /// <summary>Id of the operation.</summary>
    public string Id { get; } = id;

    /// <summary>The last state that was seen.</summary>
    public string Status { get; } = status;
}
