namespace Aep.Sdk.Emulator;

/// <summary>
/// How a local platform starts. Every setting has a default: <c>new AepEmulatorOptions()</c> is a fresh platform on free ports.
/// </summary>
public sealed record AepEmulatorOptions
{
    /// <summary>Port of the platform and of IMS (http and https on the same port); 0 picks a free one.</summary>
    public int Port { get; init; }

    /// <summary>
    /// Port of the PostgreSQL endpoint of Query Service. By default <see cref="Port"/> + 1, or a free one when that is 0.
    /// </summary>
    public int? QueryPort { get; init; }

    /// <summary>
    /// Port of the Data Landing Zone (protocol of <see cref="LandingZone"/>). By default <see cref="Port"/> + 2, or a free one when that is
    /// 0.
    /// </summary>
    public int? LandingZonePort { get; init; }

    /// <summary>
    /// The protocol of the Data Landing Zone and the shape of its credentials. Default <see cref="LandingZoneProvider.Azure"/>.
    /// </summary>
    public LandingZoneProvider LandingZone { get; init; }

    /// <summary>Folder that keeps the state over restarts. Without one, a temporary folder is used and removed at the end.</summary>
    public string? DataFolder { get; init; }

    /// <summary>How long asynchronous work (batches, queries, flow runs, segment jobs) waits before it is done. Default 200 ms.</summary>
    public TimeSpan ProcessingTime { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// True makes sources look for files at their interval only, as on AEP (15 minutes at least). By default they look when a file has
    /// arrived, too.
    /// </summary>
    public bool WaitForSchedules { get; init; }

    /// <summary>
    /// How old a flow must be before its datasets can be exported ad hoc; before that the platform answers that they are not ready. AEP
    /// asks its users to wait for 10 minutes. Default zero.
    /// </summary>
    public TimeSpan AdHocExportDelay { get; init; }

    /// <summary>
    /// How long a query of the HTTP API that only reads may run before its state is TIMEOUT. Default: ten minutes, as on AEP.
    /// </summary>
    public TimeSpan AdHocQueryTimeLimit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How long a query that writes a dataset (CREATE TABLE AS, INSERT INTO) may run before its state is TIMEOUT. Default: 24 hours, as on
    /// AEP.
    /// </summary>
    public TimeSpan BatchQueryTimeLimit { get; init; } = TimeSpan.FromHours(24);

    /// <summary>When pseudonymous profiles expire, in all sandboxes. Default: never, as on AEP until it is set.</summary>
    public PseudonymousProfileExpiration? PseudonymousProfileExpiration { get; init; }

    /// <summary>
    /// How many queries a sandbox lists, those of PostgreSQL sessions among them. When there are a tenth more, the oldest that have ended
    /// are forgotten; those of schedules stay with their runs. Default 5,000.
    /// </summary>
    public int MostQueries { get; init; } = 5000;

    /// <summary>The clock of the platform: token expiry, schedules, timestamps.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Organisation id, in the form that <c>x-gw-ims-org-id</c> carries.</summary>
    public string OrgId { get; init; } = "5A3F00000000A4950A495E10@AdobeOrg";

    /// <summary>Tenant id: custom XDM fields stand under <c>_{TenantId}</c>.</summary>
    public string TenantId { get; init; } = "aeplocal";

    /// <summary>The sandbox that the start-up line names. <c>prod</c> and <c>dev</c> exist in any case.</summary>
    public string SandboxName { get; init; } = "dev";

    /// <summary>Client id (API key) of the credential; made at the first start when not given.</summary>
    public string? ClientId { get; init; }

    /// <summary>Client secret of the credential; made at the first start when not given.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>
    /// Permissions that the credential does not have, whatever its roles say: <c>manage-schemas</c>, <c>view-profiles</c>, … The names are
    /// those of
    /// <c>GET /data/foundation/access-control/acl/reference</c>. The services answer 403 to what needs one of them.
    /// </summary>
    public IReadOnlyCollection<string> DeniedPermissions { get; init; } = [];

    /// <summary>Minimum level of the log lines that go to standard error. Default <see cref="LogLevel.Warning"/>.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Warning;

    /// <summary>The file that the command writes for clients.</summary>
    internal string? ConfigurationFile { get; init; }

    // A record prints its members; the secret must not be one of them.
    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append($"Port = {Port}, DataFolder = {DataFolder}, OrgId = {OrgId}, TenantId = {TenantId}, SandboxName = {SandboxName}");
        return true;
    }
}
