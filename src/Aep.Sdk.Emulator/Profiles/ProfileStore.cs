using System.Collections.Concurrent;
using System.Collections.Frozen;
using Aep.Sdk.Emulator.Catalog;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Lake;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>
/// Real-Time Customer Profile: people by their primary identity, merged from the datasets that are enabled for Profile.
/// The view is made when it is asked for and kept until a dataset has a new snapshot.
/// </summary>
internal sealed class ProfileStore(DatasetService datasets, SchemaRegistryService registry)
{
    private readonly ConcurrentDictionary<string, View> _views = new();
    private readonly Lock _building = new();

    public IReadOnlyDictionary<ProfileKey, Profile> All(Sandbox sandbox)
    {
        lock (_building)
        {
            List<Source> sources = Sources(sandbox);
            string version = string.Join(';', sources.Select(source => $"{source.Dataset.Id}:{source.Snapshots.LastOrDefault()?.Id}"));
            if (!_views.TryGetValue(sandbox.Name, out View? view) || view.Version != version)
                _views[sandbox.Name] = view = new View(version, Build(sources));
            return view.Profiles;
        }
    }

    /// <summary>The fields that rules and projections may name.</summary>
    public XdmSchema UnionSchema(Sandbox sandbox) => registry.Union(sandbox, "https://ns.adobe.com/xdm/context/profile");

    private List<Source> Sources(Sandbox sandbox)
    {
        var sources = new List<Source>();
        foreach (CatalogDataset dataset in datasets.All(sandbox).Where(dataset => dataset.ProfileEnabled))
        {
            XdmSchema? schema = registry.Resolve(sandbox, dataset.SchemaId);
            IdentityDescriptor? identity = registry.Identities(sandbox, dataset.SchemaId).FirstOrDefault(descriptor => descriptor.IsPrimary);
            if (schema is { InUnion: true } && identity is not null)
                sources.Add(new Source(dataset, schema, identity, sandbox.Lake.Snapshots(dataset.Id)));
        }
        return sources;
    }

    private static FrozenDictionary<ProfileKey, Profile> Build(List<Source> sources)
    {
        var people = new Dictionary<ProfileKey, Dictionary<string, object>>();
        foreach (Source source in sources.Where(source => source.Schema.IsTimeSeries))
            ProfileFragments.AddIdentities([.. source.Snapshots.SelectMany(snapshot => snapshot.Files)], source.Identity, people);
        // The default merge policy is timestamp ordered: batches in the order in which they came, over all datasets.
        foreach ((Source source, LakeSnapshot snapshot) in sources.Where(source => !source.Schema.IsTimeSeries)
            .SelectMany(source => source.Snapshots.Select(snapshot => (source, snapshot))).OrderBy(item => item.snapshot.CommittedAt))
            ProfileFragments.AddAttributes(snapshot.Files, source.Identity, people);
        return people.ToFrozenDictionary(person => person.Key, person => new Profile(person.Key.Namespace, person.Key.Identity, person.Value));
    }

    private sealed record Source(CatalogDataset Dataset, XdmSchema Schema, IdentityDescriptor Identity, IReadOnlyList<LakeSnapshot> Snapshots);

    private sealed record View(string Version, IReadOnlyDictionary<ProfileKey, Profile> Profiles);
}
