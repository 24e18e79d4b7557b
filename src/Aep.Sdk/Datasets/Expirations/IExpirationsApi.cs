using Refit;

namespace Aep.Sdk.Datasets;

/// <summary>Data Hygiene: expirations of datasets (/data/core/hygiene/ttl).</summary>
internal interface IExpirationsApi
{
    private const string Base = "/data/core/hygiene/ttl";

    [Get(Base)]
    Task<ExpirationPage?> ListAsync(int page, int limit, string? datasetId, string? status, CancellationToken cancellationToken);

    [Get(Base + "/{id}")]
    Task<DatasetExpiration?> GetAsync(string id, string? include, CancellationToken cancellationToken);

    [Post(Base)]
    Task<DatasetExpiration?> CreateAsync([Body] ExpirationBody body, CancellationToken cancellationToken);

    [Put(Base + "/{id}")]
    Task<DatasetExpiration?> UpdateAsync(string id, [Body] ExpirationChange body, CancellationToken cancellationToken);

    [Delete(Base + "/{id}")]
    Task CancelAsync(string id, CancellationToken cancellationToken);
}
