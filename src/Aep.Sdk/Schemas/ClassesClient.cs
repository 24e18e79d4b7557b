namespace Aep.Sdk.Schemas;

/// <summary>Classes: the behavior of data and the fields that all schemas of it have.</summary>
public class ClassesClient : RegistryResourceClient<XdmClass, ClassDefinition>
{
    /// <summary>For substitutes in tests.</summary>
    protected ClassesClient()
    {
    }

    internal ClassesClient(IClassesApi api, Func<CancellationToken, Task<string>> tenantId, TimeProvider time)
        : base(
            new RegistryRoutes<XdmClass>(
                "classes", api.ListAsync, api.ListWholeAsync, api.GetAsync, api.CreateAsync, api.ReplaceAsync, api.PatchAsync,
                api.DeleteAsync),
            tenantId,
            time)
    {
    }
}
