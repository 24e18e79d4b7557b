using System.Text.Json.Serialization;

namespace Aep.Sdk.Sandboxes;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SandboxPage))]
[JsonSerializable(typeof(SandboxTypeList))]
[JsonSerializable(typeof(SandboxDefinition))]
[JsonSerializable(typeof(SandboxTitle))]
[JsonSerializable(typeof(ResetBody))]
[JsonSerializable(typeof(ToolingPage<SandboxPackage>))]
[JsonSerializable(typeof(ToolingPage<PackageJobSummary>))]
[JsonSerializable(typeof(ToolingPage<Partnership>))]
[JsonSerializable(typeof(ToolingPage<PackageTransfer>))]
[JsonSerializable(typeof(PackageBody))]
[JsonSerializable(typeof(PackageUpdate))]
[JsonSerializable(typeof(PackageJob))]
[JsonSerializable(typeof(PackagePublication))]
[JsonSerializable(typeof(ImportCandidate[]))]
[JsonSerializable(typeof(PackageImport))]
[JsonSerializable(typeof(ArtifactBody[]))]
[JsonSerializable(typeof(ArtifactDependencies[]))]
[JsonSerializable(typeof(PackagePermissions))]
[JsonSerializable(typeof(PayloadReference))]
[JsonSerializable(typeof(JobAnswer))]
[JsonSerializable(typeof(PartnershipRequests))]
[JsonSerializable(typeof(PartnershipBody))]
[JsonSerializable(typeof(PartnershipAnswerBody))]
[JsonSerializable(typeof(TransferBody))]
[JsonSerializable(typeof(PackageTransfer[]))]
internal sealed partial class SandboxesJson : JsonSerializerContext;
