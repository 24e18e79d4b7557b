namespace Aep.Sdk.Governance;

/// <summary>Fields of a dataset.</summary>
/// <param name="Fields">Paths as JSON Pointers, for example <c>/properties/personalEmail/properties/address</c>.</param>
public sealed record GovernedFields(IReadOnlyList<string> Fields);
