using System.Text.Json;
using Refit;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>Destination SDK: publishing.</summary>
internal interface IDestinationPublishingApi
{
    [Get("/data/core/activation/authoring/destinations/publish")]
    Task<JsonElement> ListAsync(CancellationToken cancellationToken);

    [Post("/data/core/activation/authoring/destinations/publish")]
    Task<PublishRequest?> CreateAsync([Body] PublishBody body, CancellationToken cancellationToken);

    [Get("/data/core/activation/authoring/destinations/publish/{destinationId}")]
    Task<PublishRequest?> GetAsync(string destinationId, CancellationToken cancellationToken);
}
