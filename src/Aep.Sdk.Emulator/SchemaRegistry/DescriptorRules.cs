using System.Text.Json;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>
/// What a descriptor of each type must say, after https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/descriptors. The
/// rules of identities, of which a schema's others matter, are in <see cref="IdentityRules"/>.
/// </summary>
internal sealed class DescriptorRules(SchemaRegistryService registry)
{
    private static readonly string[] Cardinalities = ["1:1", "1:0", "M:1", "M:0"];

    public void Check(Sandbox sandbox, XdmSchema schema, JsonObject body)
    {
        switch (Text(body, "@type"))
        {
            case DescriptorStore.IdentityType:
            case "xdm:descriptorDeprecated":
                Field(schema, body, "xdm:sourceProperty");
                break;
            case "xdm:alternateDisplayInfo":
                Field(schema, body, "xdm:sourceProperty");
                if (body["xdm:title"] is not JsonObject { Count: > 0 } && body["xdm:description"] is not JsonObject
                    && body["meta:enum"] is not JsonObject)
                    throw RegistryErrors.Invalid(
                        "xdm:title must be an object of texts by language, for example { \"en_us\": \"Event Type\" }.");
                break;
            case "xdm:descriptorOneToOne":
                CheckDestination(sandbox, schema, body);
                break;
            case "xdm:descriptorRelationship":
                CheckDestination(sandbox, schema, body);
                if (body["xdm:cardinality"] is { } cardinality && !Cardinalities.Contains(cardinality.ToString()))
                    throw RegistryErrors.Invalid(
                        $"xdm:cardinality must be one of {string.Join(", ", Cardinalities)}; it is {cardinality}.");
                break;
            case "xdm:descriptorReferenceIdentity":
                CheckReference(schema, body);
                break;
            case "xdm:descriptorPrimaryKey":
                CheckKey(schema, body);
                break;
            case "xdm:descriptorVersion":
                RequireRequired(Field(schema, body, "xdm:sourceProperty"));
                break;
            case "xdm:descriptorTimestamp":
                CheckTimestamp(Field(schema, body, "xdm:sourceProperty"));
                break;
            case DescriptorStore.LabelType:
                CheckLabels(schema, body);
                break;
            default:
                throw RegistryErrors.Invalid($"The descriptor type {body["@type"]} is unknown.");
        }
    }

    /// <summary>A member that must be a text.</summary>
    public static string Text(JsonObject body, string name) =>
        body[name] is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0
            ? text
            : throw RegistryErrors.Invalid($"{name} is required.");

    /// <summary>The field at a path that begins with a slash.</summary>
    public static XdmField Field(XdmSchema schema, JsonObject body, string member) => Field(schema, Text(body, member), member);

    private static XdmField Field(XdmSchema schema, string path, string member)
    {
        if (path.Length < 2 || path[0] != '/' || path[^1] == '/')
            throw RegistryErrors.Invalid($"{member} must begin with a slash and not end with one.");
        return schema.Find(path[1..].Replace('/', '.')) ?? throw RegistryErrors.Invalid($"The schema {schema.Id} has no field {path}.");
    }

    private void CheckDestination(Sandbox sandbox, XdmSchema schema, JsonObject body)
    {
        XdmField source = Field(schema, body, "xdm:sourceProperty");
        string id = Text(body, "xdm:destinationSchema");
        XdmSchema destination = registry.Resolve(sandbox, id) ?? throw RegistryErrors.NotFound(ResourceType.Schemas, id);
        if (body["xdm:destinationProperty"] is null)
            return;
        XdmField target = Field(destination, body, "xdm:destinationProperty");
        if (target.Kind != source.Kind)
        {
            throw RegistryErrors.Invalid(
                $"xdm:sourceProperty is of type {XdmKinds.NameOf(source.Kind)}, xdm:destinationProperty of type "
                    + $"{XdmKinds.NameOf(target.Kind)}: they must be the same.");
        }
    }

    private static void CheckReference(XdmSchema schema, JsonObject body)
    {
        XdmField field = Field(schema, body, "xdm:sourceProperty");
        if (field.Kind != XdmKind.String)
            throw RegistryErrors.Invalid($"A reference identity must be a string; {field.Name} is of type {XdmKinds.NameOf(field.Kind)}.");
        Text(body, "xdm:identityNamespace");
    }

    private static void CheckKey(XdmSchema schema, JsonObject body)
    {
        string[] paths = body["xdm:sourceProperty"] switch
        {
            JsonArray { Count: > 0 } list => [.. list.Select(path => path?.ToString() ?? "")],
            JsonValue value when value.GetValueKind() == JsonValueKind.String => [value.ToString()],
            _ => throw RegistryErrors.Invalid("xdm:sourceProperty must be the path of a field or a list of such paths."),
        };
        XdmField[] fields = [.. paths.Select(path => Field(schema, path, "xdm:sourceProperty"))];
        if (schema.IsTimeSeries && !fields.Any(field => field.Kind == XdmKind.DateTime))
            throw RegistryErrors.Invalid("The primary key of a time-series schema must include its timestamp.");
    }

    private void CheckLabels(XdmSchema schema, JsonObject body)
    {
        XdmField field = Field(schema, body, "xdm:sourceProperty");
        if (Text(body, "xdm:sourceProperty") == "/_" + registry.TenantId)
        {
            throw RegistryErrors.Invalid(
                $"The object {field.Name} is the tenant's namespace and cannot have labels: they would hold for every custom field of the "
                    + "sandbox. Name a field in it.");
        }
        if (body["xdm:labels"] is not JsonArray { Count: > 0 } labels || !labels.All(IsLabel))
        {
            throw RegistryErrors.Invalid(
                $"xdm:labels must be a list of labels with their container, such as core/C2 or custom/mine; it is "
                    + $"{body["xdm:labels"]?.ToJsonString() ?? "missing"}.");
        }
    }

    private static bool IsLabel(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out string? text) && text.Split('/') is ["core" or "custom", { Length: > 0 }];

    private static void CheckTimestamp(XdmField field)
    {
        RequireRequired(field);
        if (field.Kind != XdmKind.DateTime)
            throw RegistryErrors.Invalid($"A timestamp must be of type date-time; {field.Name} is of type {XdmKinds.NameOf(field.Kind)}.");
    }

    private static void RequireRequired(XdmField field)
    {
        if (!field.Required)
            throw RegistryErrors.Invalid($"The field {field.Name} must be required in the schema.");
    }
}
