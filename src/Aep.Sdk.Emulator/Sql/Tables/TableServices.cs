using Aep.Sdk.Emulator.BatchIngestion;
using Aep.Sdk.Emulator.Catalog;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>The services that tables are made of. <see cref="Creating"/> lets one table at a time take a name.</summary>
internal sealed record TableServices(
    TimeProvider Time, SchemaRegistryService Registry, DescriptorService Descriptors, DatasetService Datasets, BatchService Batches,
    Lock Creating);
