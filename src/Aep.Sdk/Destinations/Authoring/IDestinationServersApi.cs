using System.Text.Json;
using System.Text.Json.Nodes;
using Refit;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>Destination SDK: destination servers.</summary>
internal interface IDestinationServersApi
{
    [Get("/data/core/activation/authoring/destination-servers")]
    Task<JsonElement> ListAsync(CancellationToken cancellationToken);

    [Get("/data/core/activation/authoring/destination-servers/{id}")]
    Task<JsonElement> GetAsync(string id, CancellationToken cancellationToken);

    [Post("/data/core/activation/authoring/destination-servers")]
    Task<JsonElement> CreateAsync([Body] JsonObject body, CancellationToken cancellationToken);

    [Put("/data/core/activation/authoring/destination-servers/{id}")]
    Task<JsonElement> UpdateAsync(string id, [Body] JsonObject body, CancellationToken cancellationToken);

    [Delete("/data/core/activation/authoring/destination-servers/{id}")]
    Task DeleteAsync(string id, CancellationToken cancellationToken);
}
