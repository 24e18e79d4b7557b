namespace Aep.Sdk.IntegrationTests.BadInput;

/// <summary>An input that cannot be right, and what is done with it.</summary>
/// <param name="Kind">What it is: event, CSV file, schema, …</param>
/// <param name="Fault">What is wrong with it.</param>
/// <param name="Says">What the error must say: it names the place, or the way out.</param>
/// <param name="Act">Brings it to the platform.</param>
internal sealed record BadCase(string Kind, string Fault, string Says, Func<BadWorld, Task> Act)
{
    public static IReadOnlyList<BadCase> All { get; } =
        [.. BadEvents.All, .. BadFiles.All, .. BadParquet.All, .. BadSchemas.All, .. BadPatches.All, .. BadDatasets.All,
            .. BadMessages.All];

    public override string ToString() => $"{Kind}: {Fault}";
}
