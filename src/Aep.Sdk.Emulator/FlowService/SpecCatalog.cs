using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.StreamingIngestion;

namespace Aep.Sdk.Emulator.FlowService;

/// <summary>The connection and flow specifications that flows can run on here. Their ids are the same in every organisation.</summary>
internal static class SpecCatalog
{
    public const string ActivationDataLake = "23598e46-f560-407b-88d5-ea6207e49db0";
    public const string DataLake = "c604ff05-7f1a-43c0-8e18-33bf874cb11c";
    public const string LandingZoneDestination = "10440537-2a7b-4583-ac39-ed38d4b848e8";
    public const string LandingZoneSource = "26f526f2-58f4-4712-961d-e41bf1ccc0e8";
    public const string AmazonS3 = "4fce964d-3f37-408f-9778-e597338a21ee";
    public const string AzureBlob = "6d6b59bf-fb58-4107-9064-4d246c0e5bb2";
    public const string AzureDataLake = "be2c3209-53bc-47e7-ab25-145db8b873e1";
    public const string GoogleCloudStorage = "c5d93acb-ea8b-4b14-8f53-02138444ae99";
    public const string Sftp = "36965a81-b1c6-401b-99f8-22508f1e6a26";
    public const string ProfileStore = "8a9c3494-9708-43d7-ae3f-cda01e5030e1";
    public const string CloudStorageToPlatform = "9753525b-82c7-4dce-8a9b-5ccfce2b9876";
    public const string StreamToPlatform = "d8a6f005-7eaf-4153-983e-e8574508b877";
    public const string MappedStreamToPlatform = "c1a19761-d2c7-4702-b9fa-fe91f0613e81";
    public const string LandingZoneExport = "cd2fc47e-e838-4f38-a581-8fff2f99b63a";

    public static IReadOnlyList<JsonObject> ConnectionSpecs() =>
    [
        Spec(ActivationDataLake, "activation-datalake"),
        Spec(DataLake, "dataLake"),
        Spec(LandingZoneDestination, "Data Landing Zone"),
        Spec(LandingZoneSource, "landing-zone"),
        Spec(AmazonS3, "Amazon S3"),
        Spec(AzureBlob, "Azure Blob Storage"),
        Spec(AzureDataLake, "Azure Data Lake Gen2"),
        Spec(GoogleCloudStorage, "Google Cloud Storage"),
        Spec(Sftp, "SFTP"),
        Spec(ProfileStore, "UPS"),
        Spec(Inlets.ConnectionSpec, "Streaming Connection"),
    ];

    public static IReadOnlyList<JsonObject> FlowSpecs() =>
    [
        Spec(CloudStorageToPlatform, "CloudStorageToAEP"),
        Spec(StreamToPlatform, "Streaming dataflow"),
        Spec(MappedStreamToPlatform, "Streaming dataflow with transformation"),
        Spec(LandingZoneExport, "Data Landing Zone"),
        .. CloudExports,
    ];

    /// <summary>Whether flows of a spec export to files.</summary>
    public static bool IsExport(string? flowSpec) =>
        flowSpec == LandingZoneExport || CloudExports.Any(spec => (string?)spec["id"] == flowSpec);

    private static IEnumerable<JsonObject> CloudExports =>
    [
        Spec("269ba276-16fc-47db-92b0-c1049a3c131f", "Amazon S3"),
        Spec("95bd8965-fc8a-4119-b9c3-944c2c2df6d2", "Azure Blob Storage"),
        Spec("17be2013-2549-41ce-96e7-a70363bec293", "Azure Data Lake Gen2"),
        Spec("585c15c4-6cbf-4126-8f87-e26bff78b657", "Google Cloud Storage"),
        Spec("354d6aad-4754-46e4-a576-1b384561c440", "SFTP"),
        .. AudienceExports,
    ];

    // The specification has ids of their own for audiences; Adobe's pages use some of those above for them, too.
    private static IEnumerable<JsonObject> AudienceExports =>
    [
        Spec("1a0514a6-33d4-4c7f-aff8-594799c47549", "Amazon S3 - Segment"),
        Spec("752d422f-b16f-4f0d-b1c6-26e448e3b388", "Azure Blob Storage - Segment"),
        Spec("db060570-a155-418a-a6d3-b4d97698e5dc", "Azure Data Lake Gen2 - Segment"),
        Spec("976d663b-80b4-4193-be6b-2d0487516623", "Google Cloud Storage - Segment"),
        Spec("fd36aaa4-bf2b-43fb-9387-43785eeeb799", "SFTP - Segment"),
        Spec("7e635b9f-e59b-4546-8ba8-fce6496693c8", "Data Landing Zone - Segment"),
    ];

    private static JsonObject Spec(string id, string name) => new() { ["id"] = id, ["name"] = name, ["version"] = "1.0" };
}
