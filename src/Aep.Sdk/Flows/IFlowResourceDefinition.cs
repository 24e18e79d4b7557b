namespace Aep.Sdk.Flows;

/// <summary>What the definitions of connections of all kinds and of dataflows have in common.</summary>
public interface IFlowResourceDefinition
{
    /// <summary>The name; an existing resource is found by it.</summary>
    string Name { get; }
}
