using System.Globalization;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.FlowService;

/// <summary>Times of Flow Service: seconds since 1970, as a number or as text.</summary>
internal static class EpochTime
{
    private const long End = 253_402_300_800; // the year 10000

    /// <param name="parameters">Where the time stands.</param>
    /// <param name="member">Its member.</param>
    /// <param name="owner">What the parameters are called, for the error.</param>
    /// <returns>Null when it is not there.</returns>
    /// <exception cref="Gateway.ApiException">400: it is no time.</exception>
    public static DateTimeOffset? Find(JsonObject parameters, string member, string owner)
    {
        if (parameters[member] is not { } node)
            return null;
        return long.TryParse(node.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long seconds)
            && seconds is >= 0 and < End
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw FlowErrors.Invalid($"{owner}.{member} '{node}' must be seconds since 1970.");
    }
}
