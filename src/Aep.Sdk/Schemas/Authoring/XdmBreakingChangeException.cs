namespace Aep.Sdk.Schemas;

/// <summary>A change that data which fits now would not survive. Nothing was changed.</summary>
public sealed class XdmBreakingChangeException : AepException
{
    /// <summary>Creates the error.</summary>
    public XdmBreakingChangeException(string title, IReadOnlyList<XdmChange> changes)
        : base($"'{title}' takes additions only, and these changes would break it: {string.Join("; ", changes)}. "
            + "Give a new field another name, or make another field group.") => Changes = changes;

    /// <summary>The changes that break.</summary>
    public IReadOnlyList<XdmChange> Changes { get; }
}
