using System.Runtime.CompilerServices;
using Aep.Sdk.Emulator.Catalog;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Lake;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>The datasets that are enabled for Profile, and whether they have changed.</summary>
internal sealed class ProfileSources(DatasetService datasets, SchemaRegistryService registry, ProfileRemovals removals)
{
    private static readonly string[] Kinds = ["schemas", "fieldgroups", "mixins", "datatypes", "classes"];
    private readonly ConditionalWeakTable<DataLake, Commits> _commits = [];

    /// <summary>A number that changes whenever sources or their data may have changed. Cheap: no document is read.</summary>
    public long Version(Sandbox sandbox)
    {
        Commits commits = _commits.GetValue(sandbox.Lake, static lake => new Commits(lake));
        return commits.Count + sandbox.Documents[DatasetService.Kind].Version + sandbox.Documents[ProfileRemovals.Kind].Version
            + SchemaVersion(sandbox);
    }

    /// <summary>A number that changes whenever the union schema may have changed.</summary>
    public static long SchemaVersion(Sandbox sandbox) =>
        sandbox.Documents[ResourceType.Descriptors.Segment].Version + Kinds.Sum(kind => sandbox.Documents[kind].Version);

    public IReadOnlyList<ProfileSource> All(Sandbox sandbox)
    {
        var sources = new List<ProfileSource>();
        ILookup<string, string> removed = removals.Batches(sandbox);
        foreach (CatalogDataset dataset in datasets.All(sandbox).Where(dataset => dataset.ProfileEnabled))
        {
            if (registry.Resolve(sandbox, dataset.SchemaId) is not { InUnion: true } schema)
                continue;
            IReadOnlyList<IdentityDescriptor> descriptors = registry.Identities(sandbox, dataset.SchemaId);
            if (descriptors.Any(descriptor => descriptor.IsPrimary) || schema.Find("identityMap") is not null)
            {
                IEnumerable<LakeSnapshot> snapshots =
                    sandbox.Lake.Snapshots(dataset.Id).Where(snapshot => !removed[dataset.Id].Contains(snapshot.BatchId));
                sources.Add(new ProfileSource(dataset, schema, descriptors) { Snapshots = [.. snapshots] });
            }
        }
        return sources;
    }

    private sealed class Commits
    {
        private long _count;

        public Commits(DataLake lake) => lake.Committed += (_, _) => Interlocked.Increment(ref _count);

        public long Count => Interlocked.Read(ref _count);
    }
}
