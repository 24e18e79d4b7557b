namespace Aep.Sdk.Tests.CleanUp;

/// <summary>What becomes of a request.</summary>
internal enum SandboxBreak
{
    /// <summary>It is answered.</summary>
    None,

    /// <summary>It does not arrive.</summary>
    Before,

    /// <summary>It is done, and its answer lost.</summary>
    After,

    /// <summary>The service fails.</summary>
    Refused,
}
