namespace Aep.Sdk;

/// <summary>How a check of <see cref="AepClient.VerifyConnectionAsync"/> ended.</summary>
public enum CheckOutcome
{
    /// <summary>It is there.</summary>
    Ok,

    /// <summary>It is not there; the detail says what to do.</summary>
    Missing,

    /// <summary>It cannot be told from here; the detail says where to look.</summary>
    Unknown,
}
