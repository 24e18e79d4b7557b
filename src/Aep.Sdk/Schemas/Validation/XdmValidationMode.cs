namespace Aep.Sdk.Schemas;

/// <summary>By whose rules a record is checked: the two ways into Experience Platform do not take the same values.</summary>
public enum XdmValidationMode
{
    /// <summary>
    /// Batch ingestion. It checks types, required fields, lists of values and the bounds of numbers; patterns, formats and lengths of texts
    /// it does not. A value of another type is converted where Adobe's table of conversions says so (a number in a text, milliseconds for a
    /// time), null stands for nothing, and a time may lack its zone.
    /// </summary>
    Batch,

    /// <summary>
    /// Streaming ingestion, and all that the schema says: patterns, formats and lengths too, every value has the type of its field, null is
    /// a value of its own, and a time has a zone. What fits here fits a batch as well.
    /// </summary>
    Streaming,
}
