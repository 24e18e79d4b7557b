using Aep.Sdk.IntegrationTests.LandingZones.Storages;

namespace Aep.Sdk.IntegrationTests.LandingZones;

public sealed class AzuriteInterruptionTests(AzuriteStorage storage) : InterruptionTests(storage), IClassFixture<AzuriteStorage>;
