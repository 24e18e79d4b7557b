using Refit;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>Destination SDK: sample profiles, tests and publishing.</summary>
internal interface IDestinationTestingApi
{
    [Get("/data/core/activation/authoring/sample-profiles")]
    Task<IReadOnlyList<SampleProfile>?> GetSampleProfilesAsync(
        string? destinationInstanceId, string? destinationId, int? count, CancellationToken cancellationToken);

    [Get("/data/core/activation/authoring/testing/template/sample/{destinationId}")]
    Task<string?> GetSampleTemplateAsync(string destinationId, CancellationToken cancellationToken);

    [Post("/data/core/activation/authoring/testing/template/render")]
    Task<string?> RenderAsync([Body] RenderBody body, CancellationToken cancellationToken);

    [Post("/data/core/activation/authoring/testing/destinationInstance/{destinationInstanceId}")]
    Task<DestinationTest?> TestAsync(string destinationInstanceId, [Body] TestBody body, CancellationToken cancellationToken);
}
