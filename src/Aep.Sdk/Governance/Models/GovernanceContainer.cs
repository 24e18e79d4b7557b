namespace Aep.Sdk.Governance;

/// <summary>Where labels, marketing actions and policies are kept.</summary>
/// <param name="Value">The value as AEP writes it.</param>
public readonly record struct GovernanceContainer(string Value) : IOpenString<GovernanceContainer>
{
    /// <summary>Adobe's.</summary>
    public static GovernanceContainer Core => new("core");

    /// <summary>The organisation's own.</summary>
    public static GovernanceContainer Custom => new("custom");

    /// <inheritdoc/>
    public static GovernanceContainer Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
