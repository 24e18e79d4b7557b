namespace Aep.Sdk.Profiles;

/// <summary>Names a class of XDM, for example <c>_xdm.context.profile</c>.</summary>
/// <param name="Name">The name.</param>
public sealed record SchemaName(string Name)
{
    /// <summary>Individual profiles.</summary>
    public static SchemaName Profile { get; } = new("_xdm.context.profile");

    /// <summary>Accounts of businesses.</summary>
    public static SchemaName Account { get; } = new("_xdm.context.account");

    /// <summary>Opportunities of businesses.</summary>
    public static SchemaName Opportunity { get; } = new("_xdm.context.opportunity");

    /// <summary>Experience events.</summary>
    public static SchemaName ExperienceEvent { get; } = new("_xdm.context.experienceevent");
}
