namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>The functions of PQL by name, in any case.</summary>
internal static class PqlFunctions
{
    private static readonly Dictionary<string, PqlFunction> ByName = new[]
    {
        PqlTextFunctions.All, PqlSetFunctions.All, PqlObjectFunctions.All, PqlTimeFunctions.All,
    }.SelectMany(functions => functions).ToDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);

    public static PqlFunction? Find(string name) => ByName.GetValueOrDefault(name);
}
