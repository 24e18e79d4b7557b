namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>The fields of a schema as a flat list of dotted paths.</summary>
internal static class XdmPaths
{
    public static IReadOnlyDictionary<string, XdmKind> Kinds(XdmSchema schema)
    {
        var kinds = new Dictionary<string, XdmKind>(StringComparer.Ordinal);
        Collect("", schema.Fields, kinds);
        return kinds;
    }

    private static void Collect(string prefix, IReadOnlyList<XdmField> fields, Dictionary<string, XdmKind> kinds)
    {
        foreach (XdmField field in fields)
        {
            string path = prefix + field.Name;
            kinds[path] = field.Kind;
            Collect(path + ".", field.Fields, kinds);
            Collect(path + ".", field.Items?.Fields ?? [], kinds);
        }
    }
}
