namespace Aep.Sdk.Ingestion;

/// <summary>How a single record is sent.</summary>
public sealed record StreamingSendOptions
{
    /// <summary>
    /// AEP checks the record at once and says what is wrong with it (<c>syncValidation=true</c>). For development: AEP takes 60 such
    /// requests a minute, and a record that does not fit is not kept.
    /// </summary>
    public bool SyncValidation { get; init; }
}
