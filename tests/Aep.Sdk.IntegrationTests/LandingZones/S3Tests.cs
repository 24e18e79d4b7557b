using Aep.Sdk.IntegrationTests.LandingZones.Storages;

namespace Aep.Sdk.IntegrationTests.LandingZones;

/// <summary>The local platform's landing zone on Amazon S3.</summary>
public sealed class S3Tests(S3Storage storage) : StorageTests(storage), IClassFixture<S3Storage>;
