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
    public const string ProfileStore = "8a9c3494-9708-43d7-ae3f-cda01e5030e1";
    public const string CloudStorageToPlatform = "9753525b-82c7-4dce-8a9b-5ccfce2b9876";
    public const string LandingZoneExport = "cd2fc47e-e838-4f38-a581-8fff2f99b63a";

    public static IReadOnlyList<JsonObject> ConnectionSpecs() =>
    [
        Spec(ActivationDataLake, "activation-datalake"),
        Spec(DataLake, "dataLake"),
        Spec(LandingZoneDestination, "Data Landing Zone"),
        Spec(LandingZoneSource, "landing-zone"),
        Spec(ProfileStore, "UPS"),
        Spec(Inlets.ConnectionSpec, "Streaming Connection"),
    ];

    public static IReadOnlyList<JsonObject> FlowSpecs() =>
    [
        Spec(CloudStorageToPlatform, "CloudStorageToAEP"),
        Spec(LandingZoneExport, "Data Landing Zone"),
    ];

    private static JsonObject Spec(string id, string name) => new() { ["id"] = id, ["name"] = name, ["version"] = "1.0" };
}
