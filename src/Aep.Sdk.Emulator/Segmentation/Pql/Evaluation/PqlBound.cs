namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>An expression whose names are resolved: its type and how its value is found. A missing value is null.</summary>
internal readonly record struct PqlBound(PqlType Type, Func<PqlFrame, object?> Evaluate);
