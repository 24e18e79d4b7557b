using Aep.Sdk.IntegrationTests.LandingZones.Storages;

namespace Aep.Sdk.IntegrationTests.LandingZones;

public sealed class AzureInterruptionTests(AzureStorage storage) : InterruptionTests(storage), IClassFixture<AzureStorage>;
