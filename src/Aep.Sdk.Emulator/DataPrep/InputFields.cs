using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.DataPrep;

/// <summary>What a mapping can read of a schema.</summary>
internal static class InputFields
{
    // What the platform itself adds to profiles, whatever their schemas say.
    private static readonly string[] OfThePlatform = ["segmentMembership", "ComputedAttributes", "SystemComputedAttributes"];

    public static bool Has(XdmSchema schema, string path)
    {
        string[] steps = path.Replace("xdm:", "", StringComparison.Ordinal).Trim().Split('.');
        if (steps.Any(OfThePlatform.Contains))
            return true;
        IReadOnlyList<XdmField> level = schema.Fields;
        foreach (string step in steps)
        {
            string name = step.Split('[')[0];
            if (level.FirstOrDefault(field => field.Name == name) is not { } found)
                return false;
            // Below a map, or an object whose fields are not told, any name may stand.
            if (found.Kind == XdmKind.Map || (found.Kind == XdmKind.Object && found.Fields.Count == 0))
                return true;
            level = found.Kind == XdmKind.Array ? found.Items?.Fields ?? [] : found.Fields;
        }
        return true;
    }
}
