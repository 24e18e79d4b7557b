using Aep.Sdk.IntegrationTests.LandingZones.Storages;

namespace Aep.Sdk.IntegrationTests.LandingZones;

public sealed class S3InterruptionTests(S3Storage storage) : InterruptionTests(storage), IClassFixture<S3Storage>;
