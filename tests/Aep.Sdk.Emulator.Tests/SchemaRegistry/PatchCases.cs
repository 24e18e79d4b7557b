namespace Aep.Sdk.Emulator.Tests.SchemaRegistry;

/// <summary>A patch that the registry refuses.</summary>
/// <param name="Fault">What is wrong with it.</param>
/// <param name="Patch">The patch; TENANT stands for the tenant's namespace, FIELDS for the path of the fields in it.</param>
/// <param name="Code">The registry's code; its last part is the status.</param>
/// <param name="Says">What the answer says: where it is.</param>
internal sealed record PatchCase(string Fault, string Patch, string Code, string Says);

/// <summary>Patches that cannot be right.</summary>
internal static class PatchCases
{
    /// <summary>Of a schema that a dataset with data uses.</summary>
    public static readonly PatchCase[] OfASchema =
    [
        new(
            "an operation that does not exist",
            """[{"op":"merge","path":"/title","value":"x"}]""",
            "XDM-1400-400", "'merge' is none of add"),
        new(
            "move, which the registry does not have",
            """[{"op":"move","from":"/title","path":"/description"}]""",
            "XDM-1400-400", "'move' is none of"),
        new("no operation", """[{"path":"/title","value":"x"}]""", "XDM-1400-400", "op is missing"),
        new(
            "an operation that is a number",
            """[{"op":1,"path":"/title","value":"x"}]""",
            "XDM-1400-400", "op is missing or not a text"),
        new("no path", """[{"op":"add","value":"x"}]""", "XDM-1400-400", "path is missing"),
        new(
            "a path that is a list",
            """[{"op":"add","path":["title"],"value":"x"}]""",
            "XDM-1400-400", "path is missing or not a text"),
        new("an empty path", """[{"op":"replace","path":"","value":{}}]""", "XDM-1400-400", "must start with a slash"),
        new(
            "a path without a slash",
            """[{"op":"add","path":"title","value":"x"}]""",
            "XDM-1400-400", "'title' must start with a slash"),
        new("a step that is a text", """["add"]""", "XDM-1400-400", "it must be an object"),
        new("no value", """[{"op":"add","path":"/description"}]""", "XDM-1400-400", "value is missing: 'add' at '/description'"),
        new(
            "an escape that does not exist",
            """[{"op":"add","path":"/meta~2tags","value":"x"}]""",
            "XDM-1400-400", "a ~ is followed by neither 0 nor 1"),
        new("a tilde at the end", """[{"op":"add","path":"/meta~","value":"x"}]""", "XDM-1400-400", "a ~ is followed"),
        new(
            "a place that does not exist",
            """[{"op":"add","path":"/none/at/all","value":"x"}]""",
            "XDM-1400-400", "there is no 'none'"),
        new(
            "a replacement of nothing",
            """[{"op":"replace","path":"/meta:nothing","value":"x"}]""",
            "XDM-1400-400", "at '/meta:nothing': there is nothing"),
        new(
            "a removal of nothing",
            """[{"op":"remove","path":"/meta:nothing"}]""",
            "XDM-1400-400", "at '/meta:nothing': there is nothing"),
        new(
            "a member of a text",
            """[{"op":"add","path":"/title/short","value":"x"}]""",
            "XDM-1400-400", "neither an object nor a list"),
        new(
            "an index behind the end",
            """[{"op":"add","path":"/allOf/9","value":{"$ref":"x"}}]""",
            "XDM-1400-400", "'9' is no place of a list"),
        new("an index below zero", """[{"op":"replace","path":"/allOf/-1","value":{"$ref":"x"}}]""", "XDM-1400-400", "at '/allOf/-1'"),
        new("an index with a zero before it", """[{"op":"remove","path":"/allOf/01"}]""", "XDM-1400-400", "at '/allOf/01'"),
        new(
            "a test that does not hold",
            """[{"op":"test","path":"/title","value":"another"},{"op":"replace","path":"/title","value":"x"}]""",
            "XDM-1400-400", "'test' cannot be applied at '/title'"),
        new(
            "a second step that fails",
            """[{"op":"add","path":"/description","value":"x"},{"op":"remove","path":"/meta:nothing"}]""",
            "XDM-1400-400", "Step 2 of the patch"),
        new(
            "the id",
            """[{"op":"replace","path":"/$id","value":"https://ns.adobe.com/x"}]""",
            "XDM-1400-400", "/$id is assigned by the registry"),
        new("the version", """[{"op":"replace","path":"/version","value":"9.0"}]""", "XDM-1400-400", "/version is assigned"),
        new("the title taken away", """[{"op":"remove","path":"/title"}]""", "XDM-1400-400", "A title is required"),
        new("a title that is a number", """[{"op":"replace","path":"/title","value":5}]""", "XDM-1400-400", "/title must be a text"),
        new("the class taken away", """[{"op":"remove","path":"/allOf/0"}]""", "XDM-1400-400", "exactly one class"),
        new(
            "a second class",
            """[{"op":"add","path":"/allOf/-","value":{"$ref":"https://ns.adobe.com/xdm/context/profile"}}]""",
            "XDM-1400-400", "exactly one class"),
        new(
            "a field group of another class",
            """[{"op":"add","path":"/allOf/-","value":{"$ref":"https://ns.adobe.com/xdm/context/profile-work-details"}}]""",
            "XDM-1400-400", "cannot extend the class"),
        new("allOf that is a text", """[{"op":"replace","path":"/allOf","value":"x"}]""", "XDM-1400-400", "/allOf must be a list"),
        new(
            "the union tag without an identity",
            """[{"op":"add","path":"/meta:immutableTags","value":["union"]}]""",
            "XDM-1528-400", "identityMap fieldgroup or a primary identity"),
        new(
            "a field group taken away that a dataset uses",
            """[{"op":"remove","path":"/allOf/1"}]""",
            "XDM-1400-400", "cannot be removed or changed"),
    ];

    /// <summary>Of a field group in a schema that a dataset with data uses.</summary>
    public static readonly PatchCase[] OfAFieldGroup =
    [
        new(
            "a name that differs in case only",
            """[{"op":"add","path":"FIELDS/userID","value":{"type":"string"}}]""",
            "XDM-1400-400", "differ in case only"),
        new(
            "a type changed that data is stored with",
            """[{"op":"replace","path":"FIELDS/userid/type","value":"integer"}]""",
            "XDM-1400-400", "TENANT.userid"),
        new(
            "a field taken away that data is stored in",
            """[{"op":"remove","path":"FIELDS/userid"}]""",
            "XDM-1400-400", "TENANT.userid"),
        new(
            "a field that becomes required",
            """[{"op":"add","path":"/definitions/customFields/properties/TENANT/required","value":["userid"]}]""",
            "XDM-1400-400", "cannot become required"),
        new(
            "a field outside of the tenant's namespace",
            """[{"op":"add","path":"/definitions/customFields/properties/other","value":{"type":"string"}}]""",
            "XDM-1021-400", "TENANT"),
        new(
            "a field without a type",
            """[{"op":"add","path":"FIELDS/a","value":{"title":"A"}}]""",
            "XDM-1400-400", "The field a needs a type"),
        new(
            "a type that XDM does not have",
            """[{"op":"add","path":"FIELDS/a","value":{"type":"text"}}]""",
            "XDM-1400-400", "The field a needs a type"),
        new(
            "a name with a space",
            """[{"op":"add","path":"FIELDS/my field","value":{"type":"string"}}]""",
            "XDM-1400-400", "my field is not valid"),
        new(
            "a definition that is a text",
            """[{"op":"add","path":"FIELDS/a","value":"string"}]""",
            "XDM-1400-400", "/a must be an object"),
        new(
            "a list without items",
            """[{"op":"add","path":"FIELDS/a","value":{"type":"array"}}]""",
            "XDM-1400-400", "The array a must say"),
        new(
            "bounds the wrong way round",
            """[{"op":"add","path":"FIELDS/a","value":{"type":"number","minimum":2,"maximum":1}}]""",
            "XDM-1400-400", "minimum of the field a"),
        new(
            "a pattern that cannot be read",
            """[{"op":"add","path":"FIELDS/a","value":{"type":"string","pattern":"("}}]""",
            "XDM-1400-400", "The pattern of the field a"),
        new(
            "a reference that leads nowhere",
            """[{"op":"add","path":"FIELDS/a","value":{"$ref":"https://ns.adobe.com/xdm/datatypes/none"}}]""",
            "XDM-1013-404", "datatypes/none"),
        new(
            "a reference that leads back to itself",
            """[{"op":"add","path":"FIELDS/a","value":{"$ref":"#/definitions/customFields"}}]""",
            "XDM-1400-400", "leads back to itself"),
        new(
            "properties that are a list",
            """[{"op":"replace","path":"/definitions/customFields/properties","value":[]}]""",
            "XDM-1400-400", "/definitions/customFields/properties must be an object"),
        new(
            "required that is a text",
            """[{"op":"add","path":"/definitions/customFields/properties/TENANT/required","value":"userid"}]""",
            "XDM-1400-400", "TENANT/required must be a list of texts"),
    ];
}
