using Aep.Sdk.Datasets;
using Aep.Sdk.Governance;
using Aep.Sdk.Identities;
using Aep.Sdk.Queries;
using Aep.Sdk.Schemas;
using Aep.Sdk.Segmentation;

namespace Aep.Sdk.IntegrationTests.Json;

/// <summary>One model for each converter that models name.</summary>
internal sealed record Report
{
    public DatasetViewFile? File { get; init; }
    public BatchInputFormat? Format { get; init; }
    public DatasetExpiration? Expiration { get; init; }
    public BatchStatus? Status { get; init; }
    public LabelSet? Labels { get; init; }
    public IdentityMap? Identities { get; init; }
    public QueryTemplate? Template { get; init; }
    public QueryConnection? Connection { get; init; }
    public RegistryStats? Stats { get; init; }
    public Descriptor? Descriptor { get; init; }
    public ExternalAudience? Audience { get; init; }
}
