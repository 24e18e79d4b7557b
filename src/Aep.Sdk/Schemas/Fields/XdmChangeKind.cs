namespace Aep.Sdk.Schemas;

/// <summary>What has happened to a field between two versions.</summary>
public enum XdmChangeKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is gone.</summary>
    Removed,

    /// <summary>It is defined otherwise.</summary>
    Changed,
}
