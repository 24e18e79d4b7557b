namespace Aep.Sdk.Destinations.Authoring;

/// <summary>What the resources of the Destination SDK have in common.</summary>
public interface IAuthoringResource
{
    /// <summary>The id; none before it is created.</summary>
    string? InstanceId { get; }
}
