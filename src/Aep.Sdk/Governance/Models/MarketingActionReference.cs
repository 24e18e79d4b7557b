namespace Aep.Sdk.Governance;

/// <summary>Names a marketing action.</summary>
/// <param name="Container">Where it is.</param>
/// <param name="Name">Its name.</param>
public sealed record MarketingActionReference(GovernanceContainer Container, string Name)
{
    /// <summary>Adobe's action “Data Science”: what label C9 speaks of.</summary>
    public static MarketingActionReference DataScience => Core("dataScience");

    /// <summary>Adobe's action “Export to Third Party”.</summary>
    public static MarketingActionReference ExportToThirdParty => Core("exportToThirdParty");

    /// <summary>One of Adobe's actions.</summary>
    /// <param name="name">Its name.</param>
    public static MarketingActionReference Core(string name) => new(GovernanceContainer.Core, name);

    /// <summary>One of the organisation's own actions.</summary>
    /// <param name="name">Its name.</param>
    public static MarketingActionReference Custom(string name) => new(GovernanceContainer.Custom, name);

    /// <summary>The path by which policies and bulk evaluations refer to it.</summary>
    public string Path => $"/data/foundation/dulepolicy/marketingActions/{Container}/{Uri.EscapeDataString(Name)}";
}
