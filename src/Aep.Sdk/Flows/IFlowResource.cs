namespace Aep.Sdk.Flows;

/// <summary>What connections of all kinds and dataflows have in common.</summary>
public interface IFlowResource
{
    /// <summary>The id.</summary>
    string Id { get; }

    /// <summary>The name.</summary>
    string? Name { get; }

    /// <summary>The version; updates are refused when it is no longer the current one.</summary>
    string? Etag { get; }

    /// <summary>When it was created, in milliseconds since 1970; null where the service does not say.</summary>
    long? CreatedAt { get; }
}
