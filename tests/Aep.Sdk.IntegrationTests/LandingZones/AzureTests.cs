using Aep.Sdk.IntegrationTests.LandingZones.Storages;

namespace Aep.Sdk.IntegrationTests.LandingZones;

/// <summary>The local platform's landing zone on Azure.</summary>
public sealed class AzureTests(AzureStorage storage) : StorageTests(storage), IClassFixture<AzureStorage>;
