namespace Aep.Sdk.Schemas;

/// <summary>Field groups: fields that schemas of certain classes can take in.</summary>
public class FieldGroupsClient : RegistryResourceClient<FieldGroup, FieldGroupDefinition>
{
    /// <summary>For substitutes in tests.</summary>
    protected FieldGroupsClient()
    {
    }

    internal FieldGroupsClient(IFieldGroupsApi api, Func<CancellationToken, Task<string>> tenantId)
        : base(
            new RegistryRoutes<FieldGroup>(
                "fieldgroups", api.ListAsync, api.ListWholeAsync, api.GetAsync, api.CreateAsync, api.ReplaceAsync, api.PatchAsync, api.DeleteAsync),
            tenantId)
    {
    }
}
