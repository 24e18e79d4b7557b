using Aep.Sdk.Emulator.Ims;

namespace Aep.Sdk.Emulator.Hosting;

/// <summary>The services of the platform, one line each.</summary>
internal static class Rooms
{
    public static IReadOnlyList<IEmulatorRoom> All { get; } =
    [
        new ImsRoom(),
    ];
}
