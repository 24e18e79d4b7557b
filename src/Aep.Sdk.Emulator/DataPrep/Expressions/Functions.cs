namespace Aep.Sdk.Emulator.DataPrep.Expressions;

/// <summary>All functions, by name.</summary>
internal static class Functions
{
    public static IReadOnlyList<Function> All { get; } =
    [
        .. TextFunctions.All, .. RegexFunctions.All, .. HashFunctions.All, .. UrlFunctions.All, .. DateFunctions.All,
        .. ObjectFunctions.All, .. ArrayFunctions.All, .. MapFunctions.All, .. ValueFunctions.All, .. AnalyticsFunctions.All,
    ];

    private static readonly Dictionary<string, Function> ByName = All.ToDictionary(function => function.Name);

    public static Function? Find(string name) => ByName.GetValueOrDefault(name);
}
