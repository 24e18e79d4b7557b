using System.Text.Json;
using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Pipeline;

namespace Aep.Sdk.Schemas;

/// <summary>Schema Registry: schemas here, their building blocks in clients of their own.</summary>
public class SchemasClient : RegistryResourceClient<Schema, SchemaDefinition>
{
    private readonly IRegistryApi _registry;

    /// <summary>For substitutes in tests.</summary>
    protected SchemasClient() => (_registry, FieldGroups, Classes, DataTypes, Unions, Behaviors, Descriptors, Registry) =
        (null!, null!, null!, null!, null!, null!, null!, null!);

    internal SchemasClient(AepPipeline pipeline)
        : this(
            pipeline,
            pipeline.Api(SchemasJson.Default, RefitStubs.SchemasApi),
            pipeline.Api(SchemasJson.Default, RefitStubs.RegistryApi))
    {
    }

    private SchemasClient(AepPipeline pipeline, ISchemasApi api, IRegistryApi registry)
        : base(
            new RegistryRoutes<Schema>(
                "schemas", api.ListAsync, api.ListWholeAsync, api.GetAsync, api.CreateAsync, api.ReplaceAsync, api.PatchAsync,
                api.DeleteAsync),
            token => TenantIdAsync(registry, token),
            pipeline.Time)
    {
        _registry = registry;
        FieldGroups = new FieldGroupsClient(pipeline.Api(SchemasJson.Default, RefitStubs.FieldGroupsApi), GetTenantIdAsync, pipeline.Time);
        Classes = new ClassesClient(pipeline.Api(SchemasJson.Default, RefitStubs.ClassesApi), GetTenantIdAsync, pipeline.Time);
        DataTypes = new DataTypesClient(pipeline.Api(SchemasJson.Default, RefitStubs.DataTypesApi), GetTenantIdAsync, pipeline.Time);
        Unions = new UnionsClient(registry);
        Behaviors = new BehaviorsClient(registry);
        Descriptors = new DescriptorsClient(pipeline.Api(SchemasJson.Default, RefitStubs.DescriptorsApi), pipeline.Time);
        Registry = new RegistryToolsClient(registry);
    }

    /// <summary>Field groups.</summary>
    public virtual FieldGroupsClient FieldGroups { get; }

    /// <summary>Classes.</summary>
    public virtual ClassesClient Classes { get; }

    /// <summary>Data types.</summary>
    public virtual DataTypesClient DataTypes { get; }

    /// <summary>Unions: what Real-Time Customer Profile sees.</summary>
    public virtual UnionsClient Unions { get; }

    /// <summary>Behaviors, which classes are built on.</summary>
    public virtual BehaviorsClient Behaviors { get; }

    /// <summary>Descriptors.</summary>
    public virtual DescriptorsClient Descriptors { get; }

    /// <summary>Sample data, export and import, audit log.</summary>
    public virtual RegistryToolsClient Registry { get; }

    /// <summary>How the organisation uses the registry. GET /stats.</summary>
    /// <exception cref="AepRequestException">The registry refused.</exception>
    public virtual async Task<RegistryStats> GetStatsAsync(CancellationToken cancellationToken = default) =>
        (await _registry.GetStatsAsync(cancellationToken).ConfigureAwait(false)).Required("GET /stats");

    /// <summary>The tenant id; custom fields stand under <c>_{tenantId}</c>. GET /stats.</summary>
    /// <exception cref="AepRequestException">The registry refused.</exception>
    public virtual Task<string> GetTenantIdAsync(CancellationToken cancellationToken = default) =>
        TenantIdAsync(_registry, cancellationToken);

    /// <summary>The fields of a schema with their descriptors. GET /{container}/schemas/{id} and GET /tenant/descriptors.</summary>
    /// <param name="id"><c>$id</c> or <c>meta:altId</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="AepNotFoundException">There is no such schema.</exception>
    public virtual async Task<XdmFieldTree> GetFieldsAsync(string id, CancellationToken cancellationToken = default)
    {
        Schema schema = await GetAsync(id, XdmFormat.Full, null, cancellationToken).ConfigureAwait(false);
        List<Descriptor> descriptors = await Descriptors.ListAsync(schema.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        return XdmFieldTree.Parse(schema.ToJson(), descriptors);
    }

    /// <summary>
    /// What checks records against a schema, without the platform. Keep it: the schema is read once. GET /{container}/schemas/{id} and GET
    /// /tenant/descriptors.
    /// </summary>
    /// <param name="id"><c>$id</c> or <c>meta:altId</c>.</param>
    /// <param name="mode">By whose rules: those of batch or of streaming ingestion.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="AepNotFoundException">There is no such schema.</exception>
    public virtual async Task<XdmValidator> GetValidatorAsync(
        string id, XdmValidationMode mode = XdmValidationMode.Batch, CancellationToken cancellationToken = default) =>
        new(await GetFieldsAsync(id, cancellationToken).ConfigureAwait(false), mode);

    /// <summary>
    /// Checks one record against a schema; for more than one, get a validator. GET /{container}/schemas/{id} and GET /tenant/descriptors.
    /// </summary>
    /// <param name="id"><c>$id</c> or <c>meta:altId</c>.</param>
    /// <param name="record">The record.</param>
    /// <param name="mode">By whose rules: those of batch or of streaming ingestion.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="AepNotFoundException">There is no such schema.</exception>
    public virtual async Task<XdmValidationResult> ValidateAsync(
        string id, JsonElement record, XdmValidationMode mode = XdmValidationMode.Batch, CancellationToken cancellationToken = default) =>
        (await GetValidatorAsync(id, mode, cancellationToken).ConfigureAwait(false)).Validate(record);

    /// <summary>
    /// Lets the schema take part in Real-Time Customer Profile. Cannot be undone; does nothing when it does already. PATCH
    /// /tenant/schemas/{id}.
    /// </summary>
    /// <exception cref="AepRequestException">The registry refused: the schema needs a primary identity first.</exception>
    public virtual async Task<Schema> EnableForProfileAsync(string id, CancellationToken cancellationToken = default)
    {
        Schema schema = await GetAsync(id, cancellationToken).ConfigureAwait(false);
        if (schema.IsEnabledForProfile)
            return schema;
        JsonPatchOperation[] patch = [JsonPatchOperation.Add("/meta:immutableTags", new System.Text.Json.Nodes.JsonArray("union"))];
        return await PatchAsync(schema.AltId, patch, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Adds field groups to a schema; those that it has already are left. PATCH /tenant/schemas/{id}.</summary>
    /// <param name="id"><c>$id</c> or <c>meta:altId</c>.</param>
    /// <param name="fieldGroupIds"><c>$id</c> of the field groups.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="AepRequestException">The registry refused: unknown, or made for another class.</exception>
    public virtual async Task<Schema> AddFieldGroupsAsync(
        string id, IReadOnlyList<string> fieldGroupIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fieldGroupIds);
        Schema schema = await GetAsync(id, cancellationToken).ConfigureAwait(false);
        JsonPatchOperation[] patch =
        [
            .. fieldGroupIds.Distinct().Except(schema.AllOf.Select(part => part.Reference))
                .Select(group => JsonPatchOperation.Add("/allOf/-", XdmDefinition.Reference(group!))),
        ];
        return patch.Length == 0 ? schema : await PatchAsync(schema.AltId, patch, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deprecates a field, also one of Adobe's, in this schema alone. POST /tenant/descriptors.</summary>
    /// <inheritdoc/>
    public override async Task<Schema> DeprecateFieldAsync(string id, string path, CancellationToken cancellationToken = default)
    {
        Schema schema = await GetAsync(id, XdmFormat.Full, null, cancellationToken).ConfigureAwait(false);
        XdmField field = XdmFieldTree.Parse(schema.ToJson()).Find(path)
            ?? throw new AepException($"The schema '{schema.Title}' has no field {path}.");
        var descriptor = new DeprecatedFieldDescriptor { SourceSchema = schema.Id, SourceProperty = field.SourceProperty };
        await Descriptors.GetOrCreateAsync(descriptor, cancellationToken).ConfigureAwait(false);
        return schema;
    }

    /// <summary>
    /// Brings the registry to a schema as a program describes it: field group, schema, identities, and Profile where it is asked for. What
    /// is there is taken and added to. It can be repeated, also by several processes at once.
    /// </summary>
    /// <exception cref="XdmBreakingChangeException">The fields would take away or narrow something; nothing was changed.</exception>
    /// <exception cref="AepException">A schema of this title has another class; nothing was changed.</exception>
    /// <exception cref="ArgumentException">The description is not complete; nothing was changed.</exception>
    public virtual Task<AppliedSchema> ApplyAsync(XdmSchema model, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new SchemaApplication(this, model).RunAsync(cancellationToken);
    }

    private static async Task<string> TenantIdAsync(IRegistryApi registry, CancellationToken cancellationToken) =>
        (await registry.GetStatsAsync(cancellationToken).ConfigureAwait(false)).Required("GET /stats").TenantId;
}
