namespace Aep.Sdk.Emulator.LandingZone;

/// <summary>The protocol of the landing zone's endpoint.</summary>
internal interface ILandingZoneProtocol
{
    Task HandleAsync(HttpContext context);
}
