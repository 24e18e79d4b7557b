using Refit;

namespace Aep.Sdk.Segmentation;

/// <summary>Schedules (/config/schedules).</summary>
internal interface ISegmentSchedulesApi
{
    private const string Base = "/data/core/ups/config/schedules";

    [Get(Base)]
    Task<SegmentationPage<SegmentSchedule>?> ListAsync(string? start, int limit, CancellationToken cancellationToken);

    [Post(Base)]
    Task<SegmentSchedule?> CreateAsync([Body] SegmentScheduleDefinition body, CancellationToken cancellationToken);

    [Get(Base + "/{id}")]
    Task<SegmentSchedule?> GetAsync(string id, CancellationToken cancellationToken);

    [Patch(Base + "/{id}")]
    Task UpdateAsync(string id, [Body] JsonPatchOperation[] body, CancellationToken cancellationToken);

    [Delete(Base + "/{id}")]
    Task DeleteAsync(string id, CancellationToken cancellationToken);
}
