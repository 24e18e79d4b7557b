namespace Aep.Sdk.Schemas;

/// <summary>By whose rules a record is checked: the two ways into Experience Platform do not take the same values.</summary>
public enum XdmValidationMode
{
    /// <summary>
    /// Batch ingestion: a value of another type is converted where Adobe's table of conversions says so (a number in a text, milliseconds for a time),
    /// null stands for nothing, and a time may lack its zone.
    /// </summary>
    Batch,

    /// <summary>Streaming ingestion: every value has the type of its field, null is a value of its own, and a time has a zone.</summary>
    Streaming,
}
