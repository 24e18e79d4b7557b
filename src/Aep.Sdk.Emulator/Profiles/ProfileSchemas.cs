namespace Aep.Sdk.Emulator.Profiles;

/// <summary>How Profile names the classes that it knows.</summary>
internal static class ProfileSchemas
{
    public const string Profile = "_xdm.context.profile";
    public const string Event = "_xdm.context.experienceevent";
}
