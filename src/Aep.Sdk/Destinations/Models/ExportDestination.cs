using System.Text.Json.Nodes;
using Aep.Sdk.Flows;

namespace Aep.Sdk.Destinations;

/// <summary>
/// A folder of a storage that datasets and audiences are written to, with the credentials for it: <c>ExportDestination.AmazonS3("bucket",
/// "folder", keys)</c>.
/// </summary>
public sealed record ExportDestination
{
    private readonly StorageAuth? _auth;
    private readonly (string Name, string Value)[] _place;

    private ExportDestination(
        string kind, string path, string connectionSpecId, StorageAuth? auth, params (string Name, string Value)[] place)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        (Kind, Path, ConnectionSpecId, _auth, _place) = (kind, path.Trim('/'), connectionSpecId, auth, place);
    }

    /// <summary>The kind of storage, for people to read.</summary>
    public string Kind { get; }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>The connection specification, see <see cref="ConnectionSpecIds"/>.</summary>
    public string ConnectionSpecId { get; }

    internal string DatasetFlowSpecId { get; private init; } = "";

    /// <summary>
    /// The flow specification of audience activations to this place, see <see cref="FlowSpecIds"/>. By default that of Adobe's tutorial,
    /// which for some places differs from the one in Adobe's specification: an organisation that knows only that can be served by
    /// <c>with</c>.
    /// </summary>
    public string AudienceFlowSpecId { get => field ?? DatasetFlowSpecId; init; }

    /// <summary>What an export to this place is called by, without secrets: existing connections are found by it.</summary>
    internal string Label =>
        _place.Length == 0 && _auth is null ? Path : $"{AccountLabel} {string.Concat(_place.Select(part => part.Value + "/"))}{Path}";

    /// <summary>Kind and place, in the names of target connections.</summary>
    internal string Place => Label == Path ? $"{Kind} {Path}" : Label;

    private string AccountLabel => _auth is null ? Kind : $"{Kind} ({_auth.Account})";

    /// <summary>The sandbox's Data Landing Zone. It needs no credentials.</summary>
    /// <param name="path">The folder in its container.</param>
    public static ExportDestination DataLandingZone(string path) =>
        new("Data Landing Zone", path, ConnectionSpecIds.DataLandingZoneDestination, null)
        {
            DatasetFlowSpecId = FlowSpecIds.DataLandingZoneDestination,
        };

    /// <summary>A bucket of Amazon S3.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="path">The folder.</param>
    /// <param name="keys">The access key.</param>
    public static ExportDestination AmazonS3(string bucket, string path, StorageKeys keys)
    {
        ArgumentException.ThrowIfNullOrEmpty(bucket);
        ArgumentNullException.ThrowIfNull(keys);
        StorageAuth auth =
            new("Access Key", keys.AccessKeyId, ("s3AccessKey", keys.AccessKeyId), ("s3SecretKey", keys.SecretAccessKey.Reveal()));
        return new ExportDestination("Amazon S3", path, ConnectionSpecIds.AmazonS3, auth, ("bucketName", bucket))
        {
            DatasetFlowSpecId = FlowSpecIds.AmazonS3Destination,
            AudienceFlowSpecId = FlowSpecIds.AmazonS3Audiences,
        };
    }

    /// <summary>A container of Azure Blob Storage.</summary>
    /// <param name="container">The container.</param>
    /// <param name="path">The folder.</param>
    /// <param name="connectionString">The storage account's connection string.</param>
    /// <param name="account">The storage account's name, by which the connection is found again.</param>
    public static ExportDestination AzureBlob(string container, string path, string account, Secret connectionString)
    {
        ArgumentException.ThrowIfNullOrEmpty(container);
        ArgumentException.ThrowIfNullOrEmpty(account);
        ArgumentNullException.ThrowIfNull(connectionString);
        StorageAuth auth = new("ConnectionString", account, ("connectionString", connectionString.Reveal()));
        return new ExportDestination("Azure Blob Storage", path, ConnectionSpecIds.AzureBlob, auth, ("container", container))
        {
            DatasetFlowSpecId = FlowSpecIds.AzureBlobDestination,
            AudienceFlowSpecId = FlowSpecIds.AzureBlobAudiences,
        };
    }

    /// <summary>Azure Data Lake Storage Gen2.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="principal">The account and who writes to it.</param>
    public static ExportDestination AzureDataLakeGen2(string path, ServicePrincipal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        StorageAuth auth = new(
            "Azure Service Principal Auth", principal.Url.Host, ("url", principal.Url.AbsoluteUri), ("tenant", principal.Tenant),
            ("servicePrincipalId", principal.Id),
            ("servicePrincipalKey", principal.Key.Reveal()));
        return new ExportDestination("Azure Data Lake Gen2", path, ConnectionSpecIds.AzureDataLakeGen2,
            auth)
        { DatasetFlowSpecId = FlowSpecIds.AzureDataLakeGen2Destination };
    }

    /// <summary>A bucket of Google Cloud Storage.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="path">The folder.</param>
    /// <param name="keys">The HMAC key.</param>
    public static ExportDestination GoogleCloudStorage(string bucket, string path, StorageKeys keys)
    {
        ArgumentException.ThrowIfNullOrEmpty(bucket);
        ArgumentNullException.ThrowIfNull(keys);
        StorageAuth auth = new(
            "Google Cloud Storage authentication credentials", keys.AccessKeyId, ("accessKeyId", keys.AccessKeyId),
            ("secretAccessKey", keys.SecretAccessKey.Reveal()));
        return new ExportDestination("Google Cloud Storage", path, ConnectionSpecIds.GoogleCloudStorage, auth, ("bucketName", bucket))
        {
            DatasetFlowSpecId = FlowSpecIds.GoogleCloudStorageDestination,
        };
    }

    /// <summary>An SFTP server.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="login">The server and who writes to it.</param>
    public static ExportDestination Sftp(string path, SftpLogin login)
    {
        ArgumentNullException.ThrowIfNull(login);
        string specName = login.Password is null ? "SFTP with SSH Key" : "SFTP with Password";
        (string, string) secret = login.Password is { } password ? ("password", password.Reveal()) : ("sshKey", login.SshKey!.Reveal());
        StorageAuth auth =
            new(specName, $"{login.UserName}@{login.Domain}", ("domain", login.Domain), ("username", login.UserName), secret);
        return new ExportDestination("SFTP", path, ConnectionSpecIds.Sftp, auth) { DatasetFlowSpecId = FlowSpecIds.SftpDestination };
    }

    /// <summary>Kind and place; credentials are not shown.</summary>
    public override string ToString() => $"{AccountLabel}: {Path}";

    internal ConnectionDefinition BaseConnection() => new(AccountLabel, new SpecReference(ConnectionSpecId)) { Auth = _auth?.ToJson() };

    /// <summary>The parameters of a target connection, as far as they tell the place.</summary>
    internal JsonObject TargetParams()
    {
        var target =
            new JsonObject { ["mode"] = "Server-to-server", [ConnectionSpecId == ConnectionSpecIds.Sftp ? "remotePath" : "path"] = Path };
        foreach ((string name, string value) in _place) target[name] = value;
        return target;
    }
}
