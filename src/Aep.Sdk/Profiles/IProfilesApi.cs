using System.Text.Json;
using Aep.Sdk.Core.Pipeline;
using Refit;

namespace Aep.Sdk.Profiles;

/// <summary>Real-Time Customer Profile: entities, and reports about the store.</summary>
internal interface IProfilesApi
{
    private const string Base = "/data/core/ups";
    private const string SamplePage = "Experience League: profile, preview sample status endpoint";
    private const string JobsPage = "Experience League: profile, profile system jobs endpoint, delete a batch";
    private const string EventsPage = "Experience League: profile, entities endpoint, access a profile's time series events";

    [Get(Base + "/access/entities")]
    Task<Dictionary<string, Profile>?> GetEntitiesAsync(
        [AliasAs("schema.name")] string schemaName,
        string entityId,
        [AliasAs("entityIdNS")] string? entityIdNamespace,
        string? fields,
        string? mergePolicyId,
        CancellationToken cancellationToken);

    [OutsideSpec(EventsPage)]
    [Get(Base + "/access/entities")]
    Task<EventPage?> ListEventsAsync(
        [AliasAs("schema.name")] string schemaName,
        [AliasAs("relatedSchema.name")] string relatedSchemaName,
        string relatedEntityId,
        [AliasAs("relatedEntityIdNS")] string relatedEntityIdNamespace,
        string? fields,
        string? mergePolicyId,
        long? startTime,
        long? endTime,
        string? property,
        string? orderby,
        string? start,
        int limit,
        CancellationToken cancellationToken);

    [Post(Base + "/access/entities")]
    Task<JsonDocument?> LookUpAsync([Body] EntitiesBody body, CancellationToken cancellationToken);

    [Delete(Base + "/access/entities")]
    Task DeleteEntityAsync(
        [AliasAs("schema.name")] string schemaName, string entityId, [AliasAs("entityIdNS")] string entityIdNamespace,
        string? mergePolicyId, CancellationToken cancellationToken);

    [Get(Base + "/system/jobs")]
    Task<JsonDocument?> ListSystemJobsAsync(string? start, int limit, string? sort, CancellationToken cancellationToken);

    [Post(Base + "/system/jobs")]
    Task<ProfileSystemJob?> CreateSystemJobAsync([Body] SystemJobBody body, CancellationToken cancellationToken);

    [OutsideSpec(JobsPage)]
    [Post(Base + "/system/jobs")]
    Task<ProfileSystemJob?> DeleteBatchAsync([Body] BatchDeletionBody body, CancellationToken cancellationToken);

    [Get(Base + "/system/jobs/{id}")]
    Task<ProfileSystemJob?> GetSystemJobAsync(string id, CancellationToken cancellationToken);

    [Delete(Base + "/system/jobs/{id}")]
    Task DeleteSystemJobAsync(string id, CancellationToken cancellationToken);

    [Get(Base + "/previewsamplestatus")]
    Task<ProfileSampleStatus?> GetSampleStatusAsync(CancellationToken cancellationToken);

    [Get(Base + "/previewsamplestatus/report/dataset")]
    Task<ProfileReport?> GetDatasetReportAsync(string? date, CancellationToken cancellationToken);

    [Get(Base + "/previewsamplestatus/report/namespace")]
    Task<ProfileReport?> GetNamespaceReportAsync(string? date, CancellationToken cancellationToken);

    [OutsideSpec(SamplePage)]
    [Get(Base + "/previewsamplestatus/report/dataset/overlap")]
    Task<ProfileOverlapReport?> GetDatasetOverlapAsync(string? date, CancellationToken cancellationToken);

    [OutsideSpec(SamplePage)]
    [Get(Base + "/previewsamplestatus/report/namespace/overlap")]
    Task<ProfileOverlapReport?> GetNamespaceOverlapAsync(string? date, CancellationToken cancellationToken);

    [OutsideSpec(SamplePage)]
    [Get(Base + "/previewsamplestatus/report/unknownProfiles")]
    Task<UnknownProfilesReport?> GetUnknownProfilesAsync(CancellationToken cancellationToken);
}
