using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.LandingZones;

namespace Aep.Sdk.IntegrationTests.BadInput;

/// <summary>Something that cannot be right, and the error that says so.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="Act">Tries it.</param>
/// <param name="Error">The exception.</param>
/// <param name="Says">What its message says at least.</param>
internal sealed record MovedDataCase(string Name, Func<Platform, LandingZoneContainer, Task> Act, Type Error, string Says)
{
    public static MovedDataCase Of<T>(string name, string says, Func<Platform, LandingZoneContainer, Task> act)
        where T : Exception => new(name, act, typeof(T), says);

    /// <summary>What is refused before anything is sent.</summary>
    public static MovedDataCase Refused<T>(string name, string says, Action act)
        where T : Exception => new(
            name,
            (_, _) =>
            {
                act();
                return Task.CompletedTask;
            },
            typeof(T),
            says);

    /// <summary>A file that is there and is not what its name says.</summary>
    public static MovedDataCase File(string name, string file, byte[] content, string says) =>
        Of<AepException>(name, says, async (_, zone) =>
    {
        await zone.UploadAsync($"bad/{file}", new MemoryStream(content));
        try
        {
            await zone.ReadAsync($"bad/{file}", Flows.FlowJson.Default.Score).ToListAsync();
        }
        finally
        {
            await zone.DeleteAsync($"bad/{file}");
        }
    });
}
