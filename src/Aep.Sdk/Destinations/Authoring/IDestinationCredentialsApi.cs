using System.Text.Json;
using System.Text.Json.Nodes;
using Refit;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>Destination SDK: credentials that experience platform uses at destinations.</summary>
internal interface IDestinationCredentialsApi
{
    [Get("/data/core/activation/authoring/credentials")]
    Task<JsonElement> ListAsync(CancellationToken cancellationToken);

    [Get("/data/core/activation/authoring/credentials/{id}")]
    Task<JsonElement> GetAsync(string id, CancellationToken cancellationToken);

    [Post("/data/core/activation/authoring/credentials")]
    Task<JsonElement> CreateAsync([Body] JsonObject body, CancellationToken cancellationToken);

    [Put("/data/core/activation/authoring/credentials/{id}")]
    Task<JsonElement> UpdateAsync(string id, [Body] JsonObject body, CancellationToken cancellationToken);

    [Delete("/data/core/activation/authoring/credentials/{id}")]
    Task DeleteAsync(string id, CancellationToken cancellationToken);
}
