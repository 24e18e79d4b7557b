using Refit;

namespace Aep.Sdk.Destinations;

/// <summary>
/// Ad-hoc runs of destination dataflows. The specification has the audience form; the dataset form is documented on Experience League only.
/// </summary>
internal interface IDestinationsApi
{
    [Post("/data/core/activation/disflowprovider/adhocrun")]
    [Headers("Accept: application/vnd.adobe.adhoc.dataset.activation+json; version=1")]
    Task<DatasetRunAnswer?> RunDatasetsAsync([Body] DatasetRunBody body, CancellationToken cancellationToken);

    [Post("/data/core/activation/disflowprovider/adhocrun")]
    [Headers("Accept: application/vnd.adobe.adhoc.activation+json; version=2")]
    Task<AudienceRunAnswer?> RunAudiencesAsync([Body] AudienceRunBody body, CancellationToken cancellationToken);
}
