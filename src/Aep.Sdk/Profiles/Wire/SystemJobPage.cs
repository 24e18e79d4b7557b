using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Profiles;

internal sealed record SystemJobPage
{
    public IReadOnlyList<ProfileSystemJob> Children { get => field ?? []; init; }

    [JsonPropertyName("_page")]
    public NextPage? Page { get; init; }

    /// <summary>Reads the list: on Microsoft Azure with its page, on Amazon Web Services alone.</summary>
    public static SystemJobPage Read(JsonElement answer) => answer.ValueKind == JsonValueKind.Array
        ? new SystemJobPage { Children = answer.Deserialize(ProfilesJson.Default.ProfileSystemJobArray)! }
        : answer.Deserialize(ProfilesJson.Default.SystemJobPage) ?? throw new AepException("GET /system/jobs answered null.");
}
