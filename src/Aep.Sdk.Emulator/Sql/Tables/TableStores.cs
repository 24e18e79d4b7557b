using Aep.Sdk.Emulator.BatchIngestion;
using Aep.Sdk.Emulator.Catalog;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>The tables of each sandbox.</summary>
internal sealed class TableStores(
    DataFolder folder, TimeProvider time, SchemaRegistryService registry, DatasetService datasets, BatchService batches)
{
    private readonly Lock _creating = new();

    public ITableStore For(Sandbox sandbox) => new LakeTables(
        sandbox, folder.Subfolder("sandboxes", sandbox.Name, "lake"), new TableServices(time, registry, datasets, batches, _creating));
}
