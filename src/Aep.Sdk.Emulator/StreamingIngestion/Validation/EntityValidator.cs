using System.Text.Json;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.StreamingIngestion.Validation;

/// <summary>
/// Checks an entity against its schema as streaming validation does: range, presence, enumeration, pattern, type and format. Nothing is
/// converted.
/// </summary>
internal sealed class EntityValidator
{
    private const int MaxViolations = 5;

    private readonly List<Violation> _found = [];

    private EntityValidator()
    {
    }

    public static IReadOnlyList<Violation> Validate(EntityRules rules, JsonElement entity)
    {
        var validator = new EntityValidator();
        validator.CheckObject(entity, rules.Row, new Place("#", "#"));
        if (rules.PrimaryIdentity is { } path)
            validator.CheckIdentity(entity, path);
        return validator._found;
    }

    private void Add(Place place, string keyword, string message)
    {
        if (_found.Count < MaxViolations)
            _found.Add(new Violation(place.Schema, place.Entity, keyword, message));
    }

    private void CheckObject(JsonElement value, FieldRule rule, Place place)
    {
        foreach (FieldRule required in rule.Fields.Values.Where(field => field.IsRequired && !value.TryGetProperty(field.Name, out _)))
            Add(place, "required", $"required key [{required.Name}] not found");
        foreach (JsonProperty member in value.EnumerateObject())
        {
            if (_found.Count == MaxViolations)
                return;
            if (rule.Fields.TryGetValue(member.Name, out FieldRule? field))
                Check(member.Value, field, place.Property(member.Name));
            else
                Add(place, "additionalProperties", $"extraneous key [{member.Name}] is not permitted");
        }
    }

    private void Check(JsonElement value, FieldRule rule, Place place)
    {
        if (JsonTypes.Mismatch(value, rule.Kind) is { } mismatch)
            Add(place, "type", mismatch);
        else if (rule.Kind == XdmKind.Object && rule.Fields.Count > 0)
            CheckObject(value, rule, place);
        else if (rule.Kind == XdmKind.Array)
            CheckItems(value, rule.Items!, place);
        else if (rule.Kind == XdmKind.Map)
            CheckValues(value, rule.Items!, place);
        else if (ScalarConstraints.Broken(value, rule) is var (keyword, message))
            Add(place, keyword, message);
    }

    private void CheckItems(JsonElement array, FieldRule items, Place place)
    {
        int index = 0;
        foreach (JsonElement item in array.EnumerateArray())
            Check(item, items, place.Item(index++));
    }

    private void CheckValues(JsonElement map, FieldRule values, Place place)
    {
        foreach (JsonProperty entry in map.EnumerateObject())
            Check(entry.Value, values, place.Value(entry.Name));
    }

    private void CheckIdentity(JsonElement entity, string[] path)
    {
        JsonElement current = entity;
        Place place = new("#", "#");
        foreach (string name in path)
        {
            if (current.ValueKind != JsonValueKind.Object || !current.TryGetProperty(name, out JsonElement next))
            {
                Add(place, "required", $"required key [{name}] not found: it leads to the primary identity");
                return;
            }
            (current, place) = (next, place.Property(name));
        }
        if (current.ValueKind == JsonValueKind.String && current.ValueEquals(""))
            Add(place, "required", "the primary identity is empty");
    }

    /// <summary>A place in the schema and in the entity, as JSON pointers.</summary>
    private sealed record Place(string Schema, string Entity)
    {
        public Place Property(string name) => new($"{Schema}/properties/{name}", $"{Entity}/{name}");

        public Place Item(int index) => new($"{Schema}/items", $"{Entity}/{index}");

        public Place Value(string key) => new($"{Schema}/additionalProperties", $"{Entity}/{key}");
    }
}
