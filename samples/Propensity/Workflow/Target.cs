namespace Propensity.Workflow;

/// <summary>Where the samples run.</summary>
public enum Target
{
    /// <summary>The local platform: no account, no costs.</summary>
    Emulator,

    /// <summary>An organisation of Adobe Experience Platform.</summary>
    Aep,
}
