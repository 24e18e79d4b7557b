global using RefitStubs = Refit.Implementation.GeneratedAep_Sdk;

using Aep.Sdk.Access;
using Aep.Sdk.Datasets;
using Aep.Sdk.Destinations;
using Aep.Sdk.Destinations.Authoring;
using Aep.Sdk.Flows;
using Aep.Sdk.Governance;
using Aep.Sdk.Identities;
using Aep.Sdk.Ingestion;
using Aep.Sdk.LandingZones;
using Aep.Sdk.Mappings;
using Aep.Sdk.Profiles;
using Aep.Sdk.Queries;
using Aep.Sdk.Sandboxes;
using Aep.Sdk.Schemas;
using Aep.Sdk.Segmentation;

// Refit's generated stubs are private to this class; its other part is generated.
namespace Refit.Implementation;

/// <summary>
/// Makes the stubs, each on its own. Refit's own start registers all of them when the assembly is loaded, which keeps every module in a
/// trimmed program, whatever it uses; the project file leaves that start out.
/// </summary>
internal static partial class GeneratedAep_Sdk
{
    public static IAccessAdministrationApi AccessAdministrationApi(HttpClient http, RefitSettings settings) =>
        new AepSdkAccessIAccessAdministrationApi(http, settings);
    public static IAccessApi AccessApi(HttpClient http, RefitSettings settings) => new AepSdkAccessIAccessApi(http, settings);

    public static ICatalogApi CatalogApi(HttpClient http, RefitSettings settings) => new AepSdkDatasetsICatalogApi(http, settings);
    public static ICatalogObjectsApi CatalogObjectsApi(HttpClient http, RefitSettings settings) =>
        new AepSdkDatasetsICatalogObjectsApi(http, settings);
    public static IDataAccessApi DataAccessApi(HttpClient http, RefitSettings settings) => new AepSdkDatasetsIDataAccessApi(http, settings);
    public static IDatasetLabelsApi DatasetLabelsApi(HttpClient http, RefitSettings settings) =>
        new AepSdkDatasetsIDatasetLabelsApi(http, settings);
    public static IExpirationsApi ExpirationsApi(HttpClient http, RefitSettings settings) =>
        new AepSdkDatasetsIExpirationsApi(http, settings);

    public static IDestinationsApi DestinationsApi(HttpClient http, RefitSettings settings) =>
        new AepSdkDestinationsIDestinationsApi(http, settings);

    public static IAudienceTemplatesApi AudienceTemplatesApi(HttpClient http, RefitSettings settings) =>
        new AepSdkDestinationsAuthoringIAudienceTemplatesApi(http, settings);
    public static IDestinationConfigurationsApi DestinationConfigurationsApi(HttpClient http, RefitSettings settings) =>
        new AepSdkDestinationsAuthoringIDestinationConfigurationsApi(http, settings);
    public static IDestinationCredentialsApi DestinationCredentialsApi(HttpClient http, RefitSettings settings) =>
        new AepSdkDestinationsAuthoringIDestinationCredentialsApi(http, settings);
    public static IDestinationPublishingApi DestinationPublishingApi(HttpClient http, RefitSettings settings) =>
        new AepSdkDestinationsAuthoringIDestinationPublishingApi(http, settings);
    public static IDestinationServersApi DestinationServersApi(HttpClient http, RefitSettings settings) =>
        new AepSdkDestinationsAuthoringIDestinationServersApi(http, settings);
    public static IDestinationTestingApi DestinationTestingApi(HttpClient http, RefitSettings settings) =>
        new AepSdkDestinationsAuthoringIDestinationTestingApi(http, settings);

    public static IConnectionSpecsApi ConnectionSpecsApi(HttpClient http, RefitSettings settings) =>
        new AepSdkFlowsIConnectionSpecsApi(http, settings);
    public static IConnectionsApi ConnectionsApi(HttpClient http, RefitSettings settings) => new AepSdkFlowsIConnectionsApi(http, settings);
    public static IFlowRunsApi FlowRunsApi(HttpClient http, RefitSettings settings) => new AepSdkFlowsIFlowRunsApi(http, settings);
    public static IFlowSpecsApi FlowSpecsApi(HttpClient http, RefitSettings settings) => new AepSdkFlowsIFlowSpecsApi(http, settings);
    public static IFlowsApi FlowsApi(HttpClient http, RefitSettings settings) => new AepSdkFlowsIFlowsApi(http, settings);
    public static ISourceConnectionsApi SourceConnectionsApi(HttpClient http, RefitSettings settings) =>
        new AepSdkFlowsISourceConnectionsApi(http, settings);
    public static ITargetConnectionsApi TargetConnectionsApi(HttpClient http, RefitSettings settings) =>
        new AepSdkFlowsITargetConnectionsApi(http, settings);

    public static IGovernanceApi GovernanceApi(HttpClient http, RefitSettings settings) =>
        new AepSdkGovernanceIGovernanceApi(http, settings);

    public static IIdentitiesApi IdentitiesApi(HttpClient http, RefitSettings settings) =>
        new AepSdkIdentitiesIIdentitiesApi(http, settings);

    public static IIngestionApi IngestionApi(HttpClient http, RefitSettings settings) => new AepSdkIngestionIIngestionApi(http, settings);
    public static IStreamingApi StreamingApi(HttpClient http, RefitSettings settings) => new AepSdkIngestionIStreamingApi(http, settings);

    public static ILandingZonesApi LandingZonesApi(HttpClient http, RefitSettings settings) =>
        new AepSdkLandingZonesILandingZonesApi(http, settings);

    public static IMappingsApi MappingsApi(HttpClient http, RefitSettings settings) => new AepSdkMappingsIMappingsApi(http, settings);

    public static IComputedAttributesApi ComputedAttributesApi(HttpClient http, RefitSettings settings) =>
        new AepSdkProfilesIComputedAttributesApi(http, settings);
    public static IMergePoliciesApi MergePoliciesApi(HttpClient http, RefitSettings settings) =>
        new AepSdkProfilesIMergePoliciesApi(http, settings);
    public static IProfilesApi ProfilesApi(HttpClient http, RefitSettings settings) => new AepSdkProfilesIProfilesApi(http, settings);
    public static IProjectionsApi ProjectionsApi(HttpClient http, RefitSettings settings) =>
        new AepSdkProfilesIProjectionsApi(http, settings);

    public static IQueriesApi QueriesApi(HttpClient http, RefitSettings settings) => new AepSdkQueriesIQueriesApi(http, settings);
    public static IQueryAlertsApi QueryAlertsApi(HttpClient http, RefitSettings settings) =>
        new AepSdkQueriesIQueryAlertsApi(http, settings);
    public static IQueryIpAccessApi QueryIpAccessApi(HttpClient http, RefitSettings settings) =>
        new AepSdkQueriesIQueryIpAccessApi(http, settings);
    public static IQuerySchedulesApi QuerySchedulesApi(HttpClient http, RefitSettings settings) =>
        new AepSdkQueriesIQuerySchedulesApi(http, settings);
    public static IQueryTemplatesApi QueryTemplatesApi(HttpClient http, RefitSettings settings) =>
        new AepSdkQueriesIQueryTemplatesApi(http, settings);

    public static ISandboxToolingApi SandboxToolingApi(HttpClient http, RefitSettings settings) =>
        new AepSdkSandboxesISandboxToolingApi(http, settings);
    public static ISandboxesApi SandboxesApi(HttpClient http, RefitSettings settings) => new AepSdkSandboxesISandboxesApi(http, settings);

    public static IClassesApi ClassesApi(HttpClient http, RefitSettings settings) => new AepSdkSchemasIClassesApi(http, settings);
    public static IDataTypesApi DataTypesApi(HttpClient http, RefitSettings settings) => new AepSdkSchemasIDataTypesApi(http, settings);
    public static IDescriptorsApi DescriptorsApi(HttpClient http, RefitSettings settings) =>
        new AepSdkSchemasIDescriptorsApi(http, settings);
    public static IFieldGroupsApi FieldGroupsApi(HttpClient http, RefitSettings settings) =>
        new AepSdkSchemasIFieldGroupsApi(http, settings);
    public static IRegistryApi RegistryApi(HttpClient http, RefitSettings settings) => new AepSdkSchemasIRegistryApi(http, settings);
    public static ISchemasApi SchemasApi(HttpClient http, RefitSettings settings) => new AepSdkSchemasISchemasApi(http, settings);

    public static IAudiencesApi AudiencesApi(HttpClient http, RefitSettings settings) =>
        new AepSdkSegmentationIAudiencesApi(http, settings);
    public static IExternalAudiencesApi ExternalAudiencesApi(HttpClient http, RefitSettings settings) =>
        new AepSdkSegmentationIExternalAudiencesApi(http, settings);
    public static IProfileExportsApi ProfileExportsApi(HttpClient http, RefitSettings settings) =>
        new AepSdkSegmentationIProfileExportsApi(http, settings);
    public static ISegmentSchedulesApi SegmentSchedulesApi(HttpClient http, RefitSettings settings) =>
        new AepSdkSegmentationISegmentSchedulesApi(http, settings);
    public static ISegmentationApi SegmentationApi(HttpClient http, RefitSettings settings) =>
        new AepSdkSegmentationISegmentationApi(http, settings);
}
