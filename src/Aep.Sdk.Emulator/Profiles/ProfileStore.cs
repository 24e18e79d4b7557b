using System.Runtime.CompilerServices;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.SchemaRegistry;
using Aep.Sdk.Emulator.Segmentation.Pql;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>
/// Real-Time Customer Profile: persons whose identities are stitched by the identity graph and whose attributes are merged from the
/// datasets that are enabled for Profile. The view is made when it is asked for and follows each new batch.
/// </summary>
internal sealed class ProfileStore(ProfileSources sources, ProfileRemovals removals, SchemaRegistryService registry)
{
    private readonly ConditionalWeakTable<Sandbox, State> _states = [];

    /// <summary>All profiles by the default merge policy.</summary>
    public IReadOnlyList<Profile> All(Sandbox sandbox) => Read(sandbox, view => view.Graph.People.Select(ProfileView.Merged).ToList());

    /// <summary>A person by any of the identities.</summary>
    public Profile? Find(Sandbox sandbox, ProfileKey key) =>
        Read(sandbox, view => view.Graph.Find(key) is { } person ? ProfileView.Merged(person) : null);

    /// <summary>A person as a merge policy shows them.</summary>
    public Profile? Find(Sandbox sandbox, ProfileKey key, MergePolicy policy) => policy is { Stitches: true, Precedence: null }
        ? Find(sandbox, key)
        : Read(sandbox, view => view.Graph.Find(key) is { } person ? Merge(person, key, policy) : null);

    /// <summary>All profiles as a merge policy shows them: without stitching each identity is a person of its own.</summary>
    public IReadOnlyList<Profile> All(Sandbox sandbox, MergePolicy policy) => policy is { Stitches: true, Precedence: null }
        ? All(sandbox)
        : Read(sandbox, view => view.Graph.People
            .SelectMany(person => policy.Stitches ? [Merge(person, person.Key, policy)] : person.Identities.Select(
                key => Merge(person, key, policy)))
            .ToList());

    /// <summary>The identities of a person and the links between them; null if the identity is not known.</summary>
    public (IReadOnlyList<ProfileKey> Members, IReadOnlyList<IdentityLink> Links)? Cluster(Sandbox sandbox, ProfileKey key) =>
        Read<(IReadOnlyList<ProfileKey>, IReadOnlyList<IdentityLink>)?>(sandbox, view =>
        {
            if (view.Graph.Find(key) is not { } person)
                return null;
            HashSet<ProfileKey> members = [.. person.Identities];
            return ([.. person.Identities], [.. view.Graph.Links.Where(link => members.Contains(link.From))]);
        });

    /// <summary>The sources of a sandbox's profiles.</summary>
    public IReadOnlyList<ProfileSource> Sources(Sandbox sandbox) => Read(sandbox, _ => _states.GetOrCreateValue(sandbox).Sources);

    /// <summary>The fields that rules and projections may name.</summary>
    public XdmSchema UnionSchema(Sandbox sandbox) => registry.Union(sandbox, StandardIds.Profile);

    /// <summary>What rules may name of a profile and of an event.</summary>
    public (PqlType Profile, PqlType Event) RuleTypes(Sandbox sandbox)
    {
        State state = _states.GetOrCreateValue(sandbox);
        lock (state)
        {
            long version = ProfileSources.SchemaVersion(sandbox);
            if (state.Types is null || state.TypesVersion != version)
            {
                state.Types = (PqlType.Of(UnionSchema(sandbox)), PqlType.Of(registry.Union(sandbox, StandardIds.ExperienceEvent)));
                state.TypesVersion = version;
            }
            return state.Types.Value;
        }
    }

    private T Read<T>(Sandbox sandbox, Func<ProfileView, T> read)
    {
        State state = _states.GetOrCreateValue(sandbox);
        lock (state)
        {
            // The version first: what changes while sources are read is seen the next time.
            long version = sources.Version(sandbox);
            if (state.View is null || state.Version != version)
            {
                using IDisposable reading = sandbox.Lake.StartReading();
                state.Sources = sources.All(sandbox);
                IReadOnlyDictionary<ProfileKey, DateTimeOffset> deleted = removals.Persons(sandbox);
                // By its version: who was deleted, came back and is deleted again is no more and no less.
                long removed = sandbox.Documents[ProfileRemovals.Kind].Version;
                if (state.View is null || state.Removals != removed || !state.View.IsPartOf(state.Sources))
                    state.View = new ProfileView(deleted);
                state.Removals = removed;
                state.View.Read(state.Sources);
                state.Version = version;
            }
            return read(state.View);
        }
    }

    private static Profile Merge(PersonNode person, ProfileKey key, MergePolicy policy)
    {
        IReadOnlyList<ProfileFragment> fragments =
            policy.Stitches ? person.Fragments : [.. person.Fragments.Where(fragment => fragment.Primary == key)];
        return ProfileView.Merge(
            policy.Stitches ? person.Key : key, policy.Stitches ? person.Identities : [key], fragments, policy.Precedence);
    }

    private sealed class State
    {
        public ProfileView? View { get; set; }
        public long Version { get; set; }
        public long Removals { get; set; }
        public IReadOnlyList<ProfileSource> Sources { get; set; } = [];
        public (PqlType Profile, PqlType Event)? Types { get; set; }
        public long TypesVersion { get; set; }
    }
}
