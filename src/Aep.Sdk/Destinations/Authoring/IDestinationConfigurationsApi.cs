using System.Text.Json;
using System.Text.Json.Nodes;
using Refit;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>Destination SDK: destination configurations.</summary>
internal interface IDestinationConfigurationsApi
{
    [Get("/data/core/activation/authoring/destinations")]
    Task<JsonElement> ListAsync(CancellationToken cancellationToken);

    [Get("/data/core/activation/authoring/destinations/{id}")]
    Task<JsonElement> GetAsync(string id, CancellationToken cancellationToken);

    [Post("/data/core/activation/authoring/destinations")]
    Task<JsonElement> CreateAsync([Body] JsonObject body, CancellationToken cancellationToken);

    [Put("/data/core/activation/authoring/destinations/{id}")]
    Task<JsonElement> UpdateAsync(string id, [Body] JsonObject body, CancellationToken cancellationToken);

    [Delete("/data/core/activation/authoring/destinations/{id}")]
    Task DeleteAsync(string id, CancellationToken cancellationToken);
}
