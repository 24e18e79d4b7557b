using System.Text.Json;
using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Profiles;

internal sealed record SystemJobPage : ListingPage
{
    public IReadOnlyList<ProfileSystemJob> Children { get => field ?? []; init; }

    /// <summary>Reads the list: on Microsoft Azure with its page, on Amazon Web Services alone.</summary>
    public static SystemJobPage Read(JsonElement answer) => answer.ValueKind == JsonValueKind.Array
        ? new SystemJobPage { Children = answer.Deserialize(ProfilesJson.Default.ProfileSystemJobArray)! }
        : answer.Deserialize(ProfilesJson.Default.SystemJobPage) ?? throw new AepException("GET /system/jobs answered null.");
}
