namespace Aep.Sdk.Schemas;

/// <summary>Data types: objects that fields of several resources can have as their type.</summary>
public class DataTypesClient : RegistryResourceClient<DataType, DataTypeDefinition>
{
    /// <summary>For substitutes in tests.</summary>
    protected DataTypesClient()
    {
    }

    internal DataTypesClient(IDataTypesApi api, Func<CancellationToken, Task<string>> tenantId, TimeProvider time)
        : base(
            new RegistryRoutes<DataType>(
                "datatypes", api.ListAsync, api.ListWholeAsync, api.GetAsync, api.CreateAsync, api.ReplaceAsync, api.PatchAsync,
                api.DeleteAsync),
            tenantId,
            time)
    {
    }
}
