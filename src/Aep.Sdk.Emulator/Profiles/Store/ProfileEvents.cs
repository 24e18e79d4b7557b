using Aep.Sdk.Emulator.Catalog;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Lake;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>
/// Experience events of persons. They stay in the lake: those of one person are looked up, those of all are read once for a job, and only
/// the fields that it needs.
/// </summary>
internal sealed class ProfileEvents(ProfileStore profiles, TimeProvider time)
{
    private const string Timestamp = "timestamp";

    /// <summary>The events of a person, the oldest first.</summary>
    public IReadOnlyList<ProfileEvent> Of(Sandbox sandbox, Profile profile)
    {
        HashSet<ProfileKey> identities = [.. profile.Identities];
        var found = new List<ProfileEvent>();
        using IDisposable reading = sandbox.Lake.StartReading();
        foreach (ProfileSource source in Sources(sandbox))
        {
            foreach (Dictionary<string, object?> row in XdmRows.Read(
                source.Files, source.Schema, null, And(Unexpired(source), Condition(source, profile))))
            {
                if (source.Identities.Of(row).Exists(identities.Contains))
                    found.Add(new ProfileEvent(source.Dataset.Id, row));
            }
        }
        return [.. found.OrderBy(item => item.Time)];
    }

    /// <summary>The events of everybody, each list the oldest first.</summary>
    /// <param name="sandbox">The sandbox.</param>
    /// <param name="all">Whose events are wanted.</param>
    /// <param name="fields">The top-level fields that are needed.</param>
    /// <returns>The events by the id of the profile.</returns>
    public Dictionary<string, List<object?>> OfAll(Sandbox sandbox, IReadOnlyList<Profile> all, IReadOnlyCollection<string> fields)
    {
        var people = new Dictionary<ProfileKey, string>();
        foreach (Profile profile in all)
        {
            string id = profile.Id;
            foreach (ProfileKey key in profile.Identities)
                people[key] = id;
        }
        var byPerson = new Dictionary<string, List<object?>>(StringComparer.Ordinal);
        using IDisposable reading = sandbox.Lake.StartReading();
        foreach (ProfileSource source in Sources(sandbox))
        {
            HashSet<string> columns = [.. fields, .. source.Identities.Columns, Timestamp];
            foreach (Dictionary<string, object?> row in XdmRows.Read(source.Files, source.Schema, columns, Unexpired(source)))
            {
                if (source.Identities.Of(row).Select(people.GetValueOrDefault).FirstOrDefault(id => id is not null) is not { } person)
                    continue;
                if (!byPerson.TryGetValue(person, out List<object?>? events))
                    byPerson[person] = events = [];
                events.Add(row);
            }
        }
        foreach (List<object?> events in byPerson.Values)
            events.Sort((left, right) => Nullable.Compare(ProfileEvent.TimeOf(left), ProfileEvent.TimeOf(right)));
        return byPerson;
    }

    private IEnumerable<ProfileSource> Sources(Sandbox sandbox) => profiles.Sources(sandbox).Where(source => source.Schema.IsTimeSeries);

    // Events leave Profile as soon as their time is over.
    private string? Unexpired(ProfileSource source) => RowExpiration.ProfileStart(source.Dataset.Document, time.GetUtcNow()) is { } start
        ? $"{Timestamp} >= {DuckDb.Literal(start)}"
        : null;

    private static string And(string? first, string second) => first is null ? second : $"{first} AND ({second})";

    // Parquet skips what cannot hold the person; what is left is checked exactly. An identityMap is searched as text.
    private static string Condition(ProfileSource source, Profile profile)
    {
        var tests = new List<string>();
        foreach (IdentityDescriptor descriptor in source.Descriptors)
        {
            string space = descriptor.Namespace.ToLowerInvariant();
            string column = string.Join('.', descriptor.Path.Split('.').Select(DuckDb.Identifier));
            string[] ids = [.. profile.Identities.Where(key => key.Namespace == space).Select(key => DuckDb.Literal(key.Identity))];
            if (ids.Length > 0)
                tests.Add($"{column}::VARCHAR IN ({string.Join(", ", ids)})");
        }
        if (source.Schema.Find("identityMap") is not null)
        {
            tests.AddRange(profile.Identities.Select(key =>
                $"contains(to_json(identityMap)::VARCHAR, {DuckDb.Literal(JsonText(key.Identity))})"));
        }
        return tests.Count == 0 ? "false" : string.Join(" OR ", tests);
    }

    private static string JsonText(string id) => System.Text.Json.Nodes.JsonValue.Create(id)!.ToJsonString(Relaxed);

    private static readonly System.Text.Json.JsonSerializerOptions Relaxed =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
