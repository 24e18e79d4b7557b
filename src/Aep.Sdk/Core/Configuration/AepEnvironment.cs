namespace Aep.Sdk;

/// <summary>Adobe's installations.</summary>
public enum AepEnvironment
{
    /// <summary>platform.adobe.io</summary>
    Prod,

    /// <summary>platform-stage.adobe.io</summary>
    Stage,
}
