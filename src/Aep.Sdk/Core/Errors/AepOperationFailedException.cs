namespace Aep.Sdk;

/// <summary>A long-running operation that has ended badly.</summary>
public sealed class AepOperationFailedException : AepException
{
    /// <summary>Creates the error.</summary>
    public AepOperationFailedException(string operation, string id, string status, IReadOnlyList<string> errors)
        : base($"{operation} {id} ended as {status}.{(errors.Count == 0 ? "" : " " + string.Join(" | ", errors))}")
    {
        Id = id;
        Status = status;
        Errors = errors;
    }

    /// <summary>Id of the operation.</summary>
    public string Id { get; }

    /// <summary>The state in which it ended.</summary>
    public string Status { get; }

    /// <summary>What AEP says went wrong.</summary>
    public IReadOnlyList<string> Errors { get; }
}
