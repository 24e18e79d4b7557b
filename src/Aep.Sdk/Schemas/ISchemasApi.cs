using Refit;

namespace Aep.Sdk.Schemas;

/// <summary>Schema Registry (/data/foundation/schemaregistry).</summary>
internal interface ISchemasApi
{
    private const string Base = "/data/foundation/schemaregistry";
    private const string Resource = "Accept: application/vnd.adobe.xed+json; version=1";
    private const string Summaries = "Accept: application/vnd.adobe.xed-id+json";
    private const string Write = "Accept: application/vnd.adobe.xed+json";

    [Get(Base + "/stats")]
    [Headers(Write)]
    Task<RegistryStats?> GetStatsAsync(CancellationToken cancellationToken);

    [Get(Base + "/tenant/schemas")]
    [Headers(Summaries)]
    Task<RegistryPage<SchemaSummary>?> ListSchemasAsync(string orderby, string? start, int limit, string? property, CancellationToken cancellationToken);

    [Get(Base + "/tenant/schemas/{id}")]
    [Headers(Resource)]
    Task<Schema?> GetSchemaAsync(string id, CancellationToken cancellationToken);

    [Post(Base + "/tenant/schemas")]
    [Headers(Write)]
    Task<Schema?> CreateSchemaAsync([Body] SchemaBody body, CancellationToken cancellationToken);

    [Patch(Base + "/tenant/schemas/{id}")]
    [Headers(Write)]
    Task<Schema?> UpdateSchemaAsync(string id, [Body] JsonPatchOperation[] body, CancellationToken cancellationToken);

    [Get(Base + "/tenant/fieldgroups")]
    [Headers(Summaries)]
    Task<RegistryPage<SchemaSummary>?> ListFieldGroupsAsync(string orderby, string? start, int limit, string? property, CancellationToken cancellationToken);

    [Get(Base + "/tenant/fieldgroups/{id}")]
    [Headers(Resource)]
    Task<FieldGroup?> GetFieldGroupAsync(string id, CancellationToken cancellationToken);

    [Post(Base + "/tenant/fieldgroups")]
    [Headers(Write)]
    Task<FieldGroup?> CreateFieldGroupAsync([Body] FieldGroupBody body, CancellationToken cancellationToken);

    [Get(Base + "/tenant/descriptors")]
    [Headers("Accept: application/vnd.adobe.xdm-v2+json")]
    Task<RegistryPage<IdentityDescriptor>?> ListDescriptorsAsync(string? start, int limit, string? property, CancellationToken cancellationToken);

    [Post(Base + "/tenant/descriptors")]
    [Headers(Write)]
    Task<IdentityDescriptor?> CreateDescriptorAsync([Body] IdentityDescriptorBody body, CancellationToken cancellationToken);
}
