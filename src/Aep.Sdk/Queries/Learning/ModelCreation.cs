namespace Aep.Sdk.Queries;

/// <summary>What happens when there is a model of the name.</summary>
public enum ModelCreation
{
    /// <summary>The statement fails.</summary>
    New,

    /// <summary>Nothing is done.</summary>
    IfNotExists,

    /// <summary>Its latest version is replaced.</summary>
    OrReplace,
}
