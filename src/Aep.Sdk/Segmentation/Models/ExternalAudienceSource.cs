using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Segmentation;

/// <summary>Where the members of an external audience lie: a file, or a folder of files.</summary>
public sealed record ExternalAudienceSource
{
    /// <summary>Path of the file or folder in the storage. It has no spaces.</summary>
    public required string Path { get; init; }

    /// <summary><c>file</c> or <c>folder</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Kind of the source; the service knows <c>Cloud Storage</c> alone.</summary>
    public string? SourceType { get; init; } = "Cloud Storage";

    /// <summary>The storage.</summary>
    public ExternalCloud? CloudType { get; init; }

    /// <summary>Id of the base connection to the storage; the Data Landing Zone has none.</summary>
    public string? BaseConnectionId { get; init; }

    /// <summary>The keys, where the files are encrypted.</summary>
    public ExternalAudienceEncryption? Encryption { get; init; }

    /// <summary>A file in the sandbox's Data Landing Zone.</summary>
    /// <param name="path">Its path, for example <c>dlz-user-container/audiences/fans.csv</c>.</param>
    public static ExternalAudienceSource LandingZoneFile(string path) => Of("file", path, ExternalCloud.DataLandingZone, null);

    /// <summary>The files of a folder in the sandbox's Data Landing Zone.</summary>
    /// <param name="path">Its path.</param>
    public static ExternalAudienceSource LandingZoneFolder(string path) => Of("folder", path, ExternalCloud.DataLandingZone, null);

    /// <summary>A file in a storage that a base connection leads to.</summary>
    /// <param name="cloud">The storage.</param>
    /// <param name="baseConnectionId">Id of the base connection.</param>
    /// <param name="path">The file's path.</param>
    public static ExternalAudienceSource File(ExternalCloud cloud, string baseConnectionId, string path) =>
        Of("file", path, cloud, baseConnectionId);

    /// <summary>The files of a folder in a storage that a base connection leads to.</summary>
    /// <param name="cloud">The storage.</param>
    /// <param name="baseConnectionId">Id of the base connection.</param>
    /// <param name="path">The folder's path.</param>
    public static ExternalAudienceSource Folder(ExternalCloud cloud, string baseConnectionId, string path) =>
        Of("folder", path, cloud, baseConnectionId);

    private static ExternalAudienceSource Of(string type, string path, ExternalCloud cloud, string? connection) =>
        new() { Path = path, Type = type, CloudType = cloud, BaseConnectionId = connection };

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
