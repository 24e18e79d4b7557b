using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>Publishing of destinations of one's own (Destination SDK <c>/destinations/publish</c>).</summary>
public class DestinationPublishingClient
{
    private readonly IDestinationPublishingApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected DestinationPublishingClient() => _api = null!;

    internal DestinationPublishingClient(IDestinationPublishingApi api) => _api = api;

    /// <summary>All requests; the service has one page.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<IReadOnlyList<PublishRequest>> GetAllAsync(CancellationToken cancellationToken = default) =>
        AuthoringAnswer.All(await _api.ListAsync(cancellationToken).ConfigureAwait(false), AuthoringJson.Default.PublishRequest);

    /// <summary>The request for a destination.</summary>
    /// <param name="destinationId">The configuration's id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<PublishRequest> GetAsync(string destinationId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(destinationId);
        return (await _api.GetAsync(destinationId, cancellationToken).ConfigureAwait(false)).Required("GET /destinations/publish/{id}");
    }

    /// <summary>Asks Adobe to publish a destination for all organisations.</summary>
    /// <param name="destinationId">The configuration's id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<PublishRequest> CreateAsync(string destinationId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(destinationId);
        return (await _api.CreateAsync(new PublishBody(destinationId, "ALL"), cancellationToken).ConfigureAwait(false))
            .Required("POST /destinations/publish");
    }
}
