using System.Text.Json.Serialization;
using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Datasets;

/// <summary>A page of a listing of Data Access.</summary>
internal sealed record DataAccessPage<T>
{
    public IReadOnlyList<T> Data { get => field ?? []; init; }

    [JsonPropertyName("_links")]
    public PageLinks? Links { get; init; }
}
