namespace Aep.Sdk.Schemas;

/// <summary>Whether a record fits its schema, and where it does not.</summary>
/// <param name="Faults">Every place that does not fit, in the order of the record; empty when it fits.</param>
public sealed record XdmValidationResult(IReadOnlyList<XdmFault> Faults)
{
    /// <summary>True when the record fits.</summary>
    public bool IsValid => Faults.Count == 0;

    internal static XdmValidationResult Valid { get; } = new([]);

    /// <summary>Does nothing for a record that fits.</summary>
    /// <exception cref="XdmValidationException">The record does not fit; has the faults.</exception>
    public void ThrowIfInvalid()
    {
        if (!IsValid)
            throw new XdmValidationException(Faults);
    }

    /// <inheritdoc/>
    public override string ToString() => IsValid ? "fits" : string.Join(Environment.NewLine, Faults);
}
