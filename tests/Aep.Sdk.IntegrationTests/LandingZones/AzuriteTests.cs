using Aep.Sdk.IntegrationTests.LandingZones.Storages;

namespace Aep.Sdk.IntegrationTests.LandingZones;

/// <summary>Azurite, where it is installed.</summary>
public sealed class AzuriteTests(AzuriteStorage storage) : StorageTests(storage), IClassFixture<AzuriteStorage>;
