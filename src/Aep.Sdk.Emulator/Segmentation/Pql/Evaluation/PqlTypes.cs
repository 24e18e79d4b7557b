namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>Which types go together.</summary>
internal static class PqlTypes
{
    /// <summary>Times may be written as text in ISO 8601; an event stands for its timestamp.</summary>
    public static bool Fits(PqlType actual, PqlKind expected) => actual.IsAny || expected == PqlKind.Any || actual.Kind == expected
        || (expected == PqlKind.Time && actual.Kind is PqlKind.Text or PqlKind.Object)
        || (expected == PqlKind.Map && actual.Kind == PqlKind.Object);

    public static bool AreComparable(PqlType left, PqlType right, bool ordered)
    {
        if (left.IsAny || right.IsAny)
            return true;
        if (left.Kind == right.Kind)
            return !ordered || left.Kind is PqlKind.Number or PqlKind.Text or PqlKind.Time;
        return (left.Kind, right.Kind) is (PqlKind.Time, PqlKind.Text) or (PqlKind.Text, PqlKind.Time);
    }
}
