using System.Collections.Concurrent;
using Aep.Sdk.Emulator.BatchIngestion;
using Aep.Sdk.Emulator.Catalog;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>The tables of each sandbox.</summary>
internal sealed class TableStores(
    DataFolder folder, TimeProvider time, SchemaRegistryService registry, DescriptorService descriptors, DatasetService datasets,
    BatchService batches) : IDisposable
{
    private readonly Lock _creating = new();

    private readonly ConcurrentDictionary<string, Lazy<EngineDatabase>> _engines = new();

    public ITableStore For(Sandbox sandbox)
    {
        string lake = folder.Subfolder("sandboxes", sandbox.Name, "lake");
        EngineDatabase engine = _engines.GetOrAdd(lake, path => new Lazy<EngineDatabase>(() => new EngineDatabase(path))).Value;
        return new LakeTables(sandbox, engine, new TableServices(time, registry, descriptors, datasets, batches, _creating));
    }

    public void Dispose()
    {
        foreach (Lazy<EngineDatabase> engine in _engines.Values)
            engine.Value.Dispose();
    }
}
