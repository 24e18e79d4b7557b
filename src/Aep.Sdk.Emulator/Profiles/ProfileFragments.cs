using System.Text.Json;
using Aep.Sdk.Emulator.Lake;
using Aep.Sdk.Emulator.SchemaRegistry;
using DuckDB.NET.Data;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>Reads what the rows of a dataset say about people.</summary>
internal static class ProfileFragments
{
    /// <summary>Adds the attributes of a record dataset's batches; a later row replaces what an earlier one said.</summary>
    public static void AddAttributes(IReadOnlyList<string> files, IdentityDescriptor identity, Dictionary<ProfileKey, Dictionary<string, object>> people)
    {
        foreach (string file in files)
        {
            using DuckDBConnection connection = DuckDb.Open();
            using DuckDBCommand command = connection.CreateCommand();
            command.CommandText = $"SELECT {Column(identity)}, to_json(t)::VARCHAR FROM read_parquet({DuckDb.Literal(file)}) t WHERE {Column(identity)} IS NOT NULL";
            using DuckDBDataReader reader = command.ExecuteReader();
            while (reader.Read())
            {
                using JsonDocument row = JsonDocument.Parse(reader.GetString(1));
                Flatten(row.RootElement, "", Person(people, identity, reader.GetString(0)));
            }
        }
    }

    /// <summary>Adds the people whom events are about.</summary>
    public static void AddIdentities(IReadOnlyList<string> files, IdentityDescriptor identity, Dictionary<ProfileKey, Dictionary<string, object>> people)
    {
        if (files.Count == 0)
            return;
        using DuckDBConnection connection = DuckDb.Open();
        using DuckDBCommand command = connection.CreateCommand();
        string list = string.Join(", ", files.Select(DuckDb.Literal));
        command.CommandText = $"SELECT DISTINCT {Column(identity)} FROM read_parquet([{list}]) WHERE {Column(identity)} IS NOT NULL";
        using DuckDBDataReader reader = command.ExecuteReader();
        while (reader.Read())
            Person(people, identity, reader.GetString(0));
    }

    private static Dictionary<string, object> Person(Dictionary<ProfileKey, Dictionary<string, object>> people, IdentityDescriptor identity, string value)
    {
        var key = ProfileKey.Of(identity.Namespace, value);
        if (!people.TryGetValue(key, out Dictionary<string, object>? attributes))
            people[key] = attributes = new Dictionary<string, object>(StringComparer.Ordinal);
        return attributes;
    }

    private static string Column(IdentityDescriptor identity) => string.Join('.', identity.Path.Split('.').Select(DuckDb.Identifier));

    // Lists and maps are not attributes that a rule could compare; they stay with the rows.
    private static void Flatten(JsonElement element, string path, Dictionary<string, object> into)
    {
        foreach (JsonProperty member in element.EnumerateObject())
        {
            string place = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            switch (member.Value.ValueKind)
            {
                case JsonValueKind.Object:
                    Flatten(member.Value, place, into);
                    break;
                case JsonValueKind.Number:
                    into[place] = member.Value.GetDouble();
                    break;
                case JsonValueKind.String:
                    into[place] = member.Value.GetString()!;
                    break;
                case JsonValueKind.True or JsonValueKind.False:
                    into[place] = member.Value.GetBoolean();
                    break;
            }
        }
    }
}
