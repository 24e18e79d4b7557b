namespace Aep.Sdk.Ingestion;

/// <summary>Why a record comes back.</summary>
public enum UndeliveredReason
{
    /// <summary>AEP has refused it: as it is, it will be refused again.</summary>
    Refused,

    /// <summary>
    /// AEP has not taken it, for it was not reached, not available, or the producer was stopped before. It can be sent again later.
    /// </summary>
    NotTaken,

    /// <summary>There was no answer that says so: AEP may have it. Sent again, it may be there twice.</summary>
    Unknown,
}
