using System.Globalization;
using System.Text.Json;

namespace Aep.Sdk.Schemas;

/// <summary>One look at one record, from its root to its leaves.</summary>
internal sealed class XdmInspection(XdmValidationMode mode, XdmPatterns patterns)
{
    private readonly List<string> _place = [];
    private List<XdmFault>? _faults;

    public XdmValidationResult Inspect(XdmField root, IReadOnlyList<XdmField> identities, JsonElement record)
    {
        InspectObject(root, record);
        if (record.ValueKind == JsonValueKind.Object)
        {
            foreach (XdmField identity in identities)
                RequireIdentity(identity, record);
        }
        return _faults is null ? XdmValidationResult.Valid : new XdmValidationResult(_faults);
    }

    private void InspectValue(XdmField field, JsonElement value)
    {
        if (field.Type == XdmFieldType.Object)
            InspectObject(field, value);
        else if (field.Type == XdmFieldType.Map)
            InspectMap(field, value);
        else if (field.Type == XdmFieldType.Array)
            InspectArray(field, value);
        else
            InspectScalar(field, value);
    }

    private void InspectObject(XdmField field, JsonElement value)
    {
        if (!Is(value, JsonValueKind.Object, "an object") || field.IsOpen)
            return;
        foreach (XdmField required in field.Fields.Where(child => child.IsRequired))
        {
            if (!IsThere(value, required.Name, out _))
                Add(XdmRule.Required, Described(required), "nothing", required.Name);
        }
        foreach (JsonProperty member in value.EnumerateObject())
        {
            if (field.Field(member.Name) is not { } child)
                Add(XdmRule.Unknown, Known(field), "this member", member.Name);
            else if (!IsNothing(member.Value))
                Within(member.Name, child, member.Value);
        }
    }

    private void InspectMap(XdmField field, JsonElement value)
    {
        if (!Is(value, JsonValueKind.Object, "an object with any members (map)") || field.Values is not { IsOpen: false } values)
            return;
        foreach (JsonProperty member in value.EnumerateObject().Where(member => !IsNothing(member.Value)))
            Within(member.Name, values, member.Value);
    }

    private void InspectArray(XdmField field, JsonElement value)
    {
        if (!Is(value, JsonValueKind.Array, "a list"))
            return;
        int count = value.GetArrayLength();
        if (count < field.MinItems || count > field.MaxItems)
            Add(XdmRule.Items, XdmRange.Describe(field.MinItems, field.MaxItems, "elements"), $"{count}");
        if (field.Items is not { IsOpen: false } items)
            return;
        int index = 0;
        foreach (JsonElement item in value.EnumerateArray())
        {
            string name = index++.ToString(CultureInfo.InvariantCulture);
            if (!IsNothing(item))
                Within(name, items, item);
        }
    }

    private void InspectScalar(XdmField field, JsonElement value)
    {
        if (XdmScalar.Read(field.Type, value, mode) is not { } scalar)
            Add(XdmRule.Type, XdmScalar.Describe(field.Type, mode), XdmFound.Describe(value));
        else if (XdmLimits.Violated(field, scalar, patterns, mode) is { } violated)
            Add(violated.Rule, violated.Expected, XdmFound.Describe(value));
    }

    // The field of the primary identity must be there, whether or not the schema requires it: without it the record belongs to nobody.
    private void RequireIdentity(XdmField identity, JsonElement record)
    {
        string[] path = identity.Path.Split('.');
        JsonElement value = record;
        if (!identity.IsRequired && path.Any(name => !IsThere(value, name, out value)))
            (_faults ??= []).Add(new XdmFault(
                $"/{string.Join('/', path)}", XdmRule.Required, $"{Described(identity)}: it is the primary identity", "nothing"));
    }

    private bool IsThere(JsonElement parent, string name, out JsonElement value)
    {
        value = default;
        return parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out value) && !IsNothing(value);
    }

    private bool IsNothing(JsonElement value) => value.ValueKind == JsonValueKind.Null && mode == XdmValidationMode.Batch;

    private bool Is(JsonElement value, JsonValueKind kind, string expected)
    {
        if (value.ValueKind == kind)
            return true;
        Add(XdmRule.Type, expected, XdmFound.Describe(value));
        return false;
    }

    private void Within(string name, XdmField field, JsonElement value)
    {
        _place.Add(name);
        InspectValue(field, value);
        _place.RemoveAt(_place.Count - 1);
    }

    private void Add(XdmRule rule, string expected, string found, string? member = null)
    {
        IEnumerable<string> names = member is null ? _place : _place.Append(member);
        (_faults ??= []).Add(new XdmFault(string.Concat(names.Select(name => $"/{XdmPath.Token(name)}")), rule, expected, found));
    }

    private string Described(XdmField field) => field.Type.IsScalar ? XdmScalar.Describe(field.Type, mode) : $"{field.Type} with fields";

    private static string Known(XdmField field)
    {
        const int Shown = 8;
        string names = string.Join(", ", field.Fields.Take(Shown).Select(child => child.Name));
        return $"one of {field.Fields.Count} fields ({names}{(field.Fields.Count > Shown ? ", …" : "")})";
    }
}
