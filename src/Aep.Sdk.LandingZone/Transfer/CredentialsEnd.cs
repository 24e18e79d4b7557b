using System.Globalization;
using System.Web;

namespace Aep.Sdk.LandingZones.Transfer;

/// <summary>
/// When credentials end. A shared access signature says so to the second; the service's own answer may name only the day.
/// </summary>
internal static class CredentialsEnd
{
    public static DateTimeOffset? Of(LandingZoneCredentials credentials)
    {
        string? end = credentials.Azure is { } azure ? HttpUtility.ParseQueryString(new Uri(azure.SasUri.Reveal()).Query)["se"] : null;
        return DateTimeOffset.TryParse(end, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : credentials.ExpiresAt;
    }
}
