namespace Aep.Sdk.Emulator.DataPrep.Expressions;

/// <summary>Functions that Adobe's page has and this platform has not.</summary>
internal static class RefusedFunctions
{
    private const string UserAgents = "it needs a catalogue of browsers and devices";

    /// <summary>Why, by name.</summary>
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>
    {
        ["ua_os_name"] = UserAgents,
        ["ua_os_version_major"] = UserAgents,
        ["ua_os_version"] = UserAgents,
        ["ua_os_name_version"] = UserAgents,
        ["ua_agent_version"] = UserAgents,
        ["ua_agent_version_major"] = UserAgents,
        ["ua_agent_name"] = UserAgents,
        ["ua_device_class"] = UserAgents,
        ["fpid_to_ecid"] = "how Adobe computes it is not public",
    };
}
