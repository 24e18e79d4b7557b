using System.Globalization;

namespace Aep.Sdk.Schemas;

/// <summary>A record that does not fit its schema and was therefore not sent.</summary>
public sealed class XdmValidationException : AepException
{
    private const int Shown = 10;

    /// <summary>Creates the error of a record.</summary>
    /// <param name="faults">What is wrong with it.</param>
    /// <param name="recordNumber">Its place in the input, from 1; null when it stood alone.</param>
    public XdmValidationException(IReadOnlyList<XdmFault> faults, long? recordNumber = null)
        : base(Describe(faults ?? throw new ArgumentNullException(nameof(faults)), recordNumber)) =>
            (Faults, RecordNumber) = (faults, recordNumber);

    /// <summary>Every place that does not fit.</summary>
    public IReadOnlyList<XdmFault> Faults { get; }

    /// <summary>Which record of the input, from 1; null when it stood alone.</summary>
    public long? RecordNumber { get; }

    private static string Describe(IReadOnlyList<XdmFault> faults, long? recordNumber)
    {
        string record = recordNumber is { } number ? string.Create(CultureInfo.InvariantCulture, $"Record {number}") : "The record";
        string more = faults.Count > Shown ? $"\n- and {faults.Count - Shown} more" : "";
        return $"{record} does not fit its schema:\n- {string.Join("\n- ", faults.Take(Shown))}{more}";
    }
}
