using Aep.Sdk.Emulator;

namespace Aep.Sdk.IntegrationTests.Support;

/// <summary>A local platform whose landing zone is a folder of an Amazon S3 bucket.</summary>
public sealed class S3Platform : Platform
{
    protected override LandingZoneProvider Provider => LandingZoneProvider.S3;
}
