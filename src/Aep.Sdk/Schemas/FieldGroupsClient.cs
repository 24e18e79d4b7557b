using System.Text.Json.Nodes;

namespace Aep.Sdk.Schemas;

/// <summary>Field groups: fields that schemas of certain classes can take in.</summary>
public class FieldGroupsClient : RegistryResourceClient<FieldGroup, FieldGroupDefinition>
{
    private readonly Func<CancellationToken, Task<string>> _tenantId;

    /// <summary>For substitutes in tests.</summary>
    protected FieldGroupsClient() => _tenantId = null!;

    internal FieldGroupsClient(IFieldGroupsApi api, Func<CancellationToken, Task<string>> tenantId, TimeProvider time)
        : base(
            new RegistryRoutes<FieldGroup>(
                "fieldgroups", api.ListAsync, api.ListWholeAsync, api.GetAsync, api.CreateAsync, api.ReplaceAsync, api.PatchAsync,
                api.DeleteAsync),
            tenantId,
            time) => _tenantId = tenantId;

    /// <summary>
    /// Brings the registry to a definition: creates the field group with its title, or adds to the one that is there what it lacks. Fields
    /// may be added, limits loosened, texts changed, classes added. PATCH /tenant/fieldgroups/{id}.
    /// </summary>
    /// <exception cref="XdmBreakingChangeException">The definition would take away or narrow something; nothing was changed.</exception>
    /// <exception cref="ArgumentException">The definition is not complete; nothing was changed.</exception>
    public virtual async Task<AppliedFieldGroup> ApplyAsync(FieldGroupDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        string tenantId = await _tenantId(cancellationToken).ConfigureAwait(false);
        JsonObject wanted = definition.ToBody(tenantId);
        FieldGroup present = await GetOrCreateAsync(definition, cancellationToken).ConfigureAwait(false);
        var update = new AdditiveUpdate(present, wanted);
        JsonPatchOperation[] steps =
        [
            .. update.Steps,
            .. definition.IntendedToExtend.Except(present.IntendedToExtend)
                .Select(id => JsonPatchOperation.Add("/meta:intendedToExtend/-", id)),
        ];
        FieldGroup now = steps.Length == 0 ? present : await PatchAsync(present.Id, steps, cancellationToken).ConfigureAwait(false);
        return new AppliedFieldGroup(now, update.Changes);
    }
}
